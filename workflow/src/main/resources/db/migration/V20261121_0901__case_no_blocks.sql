-- Serials of case numbers in blocks of fifty, as the ids: each node takes a block and none is given twice.
ALTER SEQUENCE case_no_seq INCREMENT BY 50;
