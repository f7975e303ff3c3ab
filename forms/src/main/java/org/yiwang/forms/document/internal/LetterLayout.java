package org.yiwang.forms.document.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * 公文版式: the letter. Department and title in the middle, number to the right, addressee, body, legal basis,
 * attachments, then name and date under the seal with the QR code beside them, and at the foot of the last page how to
 * reach the department.
 */
final class LetterLayout implements Layout {

    private static final float LEFT = Canvas.mm(27);
    private static final float RIGHT = Canvas.mm(25);
    private static final float TOP = Canvas.mm(21);
    private static final float BOTTOM = Canvas.mm(22);
    private static final float SEAL_BLOCK = Canvas.mm(46);

    private final Canvas canvas;
    private final Printing task;
    private final Fields fields;
    private final float width;
    private final TextSetter text;
    private PDRectangle sealBox;
    private int sealPage;

    LetterLayout(Canvas canvas, Printing task, Fields fields) {
        this.canvas = canvas;
        this.task = task;
        this.fields = fields;
        this.width = canvas.width() - LEFT - RIGHT;
        this.text = new TextSetter(canvas, LEFT, width);
    }

    @Override
    public Placed draw() throws IOException {
        List<Atom> imprint = imprint();
        float imprintHeight = height(imprint);
        Pager pager = new Pager(canvas, TOP, canvas.height() - BOTTOM);
        List<Atom> atoms = new ArrayList<>(head());
        atoms.addAll(content());
        holdTogether(atoms);
        atoms.add(Atom.of(4, SEAL_BLOCK + imprintHeight, this::seal));
        pager.set(atoms);
        sealPage = canvas.pageIndex();
        float y = canvas.height() - BOTTOM - imprintHeight;
        for (Atom atom : imprint) {
            atom.draw().at(canvas, y);
            y += atom.height();
        }
        footers();
        return new Placed(sealBox, sealPage);
    }

    private List<Atom> head() {
        List<Atom> atoms = new ArrayList<>();
        String title = fields.fill(task.template().title());
        atoms.addAll(text.centred(
                fields.fill("{{organisation.name}}"), new Canvas.Type(FontShelf.Style.TITLE, 19), 30, 0, 1.2f));
        atoms.addAll(
                text.centred(title, new Canvas.Type(FontShelf.Style.TITLE, 22), 36, 4, title.length() > 14 ? 0 : 2.5f));
        if (!task.number().isEmpty()) {
            atoms.addAll(text.right(task.number(), new Canvas.Type(FontShelf.Style.BODY, 12.5f), 24, 4));
        }
        atoms.add(Atom.of(2, 12, (on, y) -> on.line(LEFT, y + 4, LEFT + width, y + 4, 0.8f, Canvas.BLACK)));
        return atoms;
    }

    private List<Atom> content() {
        Canvas.Type body = new Canvas.Type(FontShelf.Style.BODY, BlockSetter.SIZE);
        List<Atom> atoms = new ArrayList<>();
        task.template()
                .optional("addressee")
                .map(fields::fill)
                .ifPresent(name -> atoms.addAll(text.paragraph(name + "：", body, BlockSetter.LEADING, 2, 0)));
        BlockSetter blocks = new BlockSetter(canvas, fields, LEFT, width);
        atoms.addAll(blocks.set(task.template().root().path("body")));
        task.template()
                .optional("legalBasis")
                .map(fields::fill)
                .ifPresent(basis -> atoms.addAll(text.paragraph("法律依据：" + basis, body, BlockSetter.LEADING, 0, 2)));
        atoms.addAll(blocks.set(task.template().root().path("after")));
        return atoms;
    }

    /** The page with the seal never stands without text: the last two lines go with it. */
    private static void holdTogether(List<Atom> atoms) {
        for (int i = Math.max(0, atoms.size() - 3); i < atoms.size(); i++) {
            atoms.set(i, atoms.get(i).kept());
        }
    }

    private void seal(Canvas on, float y) throws IOException {
        Canvas.Type type = new Canvas.Type(FontShelf.Style.BODY, BlockSetter.SIZE);
        String name = fields.fill("{{organisation.name}}");
        String date = fields.fill("{{date}}");
        float half = (float) Math.max(on.width(name, type), on.width(date, type)) / 2;
        float centre = LEFT + width - Math.max(half + Canvas.mm(4), SealStamp.DIAMETER / 2 + Canvas.mm(3));
        float nameLine = y + Canvas.mm(20);
        float dateLine = nameLine + Canvas.mm(9.5);
        on.text(name, centre - (float) on.width(name, type) / 2, nameLine, type);
        on.text(date, centre - (float) on.width(date, type) / 2, dateLine, type);
        if (task.draft()) {
            return;
        }
        sealBox = new SealStamp(on)
                .draw(centre, y + Canvas.mm(24.5), fields.fill("{{organisation.sealName}}"), SealPurpose.of(task));
        verification(on, y + Canvas.mm(14));
    }

    private void verification(Canvas on, float y) throws IOException {
        float size = Canvas.mm(24);
        new QrStamp(on).draw(task.verifyUrl(), LEFT, y, size);
        Canvas.Type small = new Canvas.Type(FontShelf.Style.BODY, 8, Canvas.GREY);
        on.text("扫码查验真伪", LEFT + size + 8, y + 10, small);
        on.text("验证码", LEFT + size + 8, y + 26, small);
        String[] groups = task.groupedCode().split(" ");
        Canvas.Type mono = new Canvas.Type(FontShelf.Style.BODY, 9);
        on.text(groups[0] + " " + groups[1] + " " + groups[2], LEFT + size + 8, y + 39, mono);
        on.text(groups[3] + " " + groups[4] + " " + groups[5] + " " + groups[6], LEFT + size + 8, y + 52, mono);
    }

    /** 版记: address, telephone, copies, between two rules. */
    private List<Atom> imprint() {
        Canvas.Type type = new Canvas.Type(FontShelf.Style.BODY, 10);
        List<Atom> atoms = new ArrayList<>();
        atoms.add(Atom.of(0, 5, (on, y) -> on.line(LEFT, y, LEFT + width, y, 1f, Canvas.BLACK)));
        String contact = fields.fill("地址：{{organisation.address}}　　电话：{{organisation.phone}}");
        atoms.addAll(text.paragraph(contact, type, 16, 0, 0));
        atoms.addAll(text.paragraph(fields.fill("办件编号：{{caseNo}}"), type, 16, 0, 0));
        task.template()
                .optional("copies")
                .map(fields::fill)
                .ifPresent(copies -> atoms.addAll(text.paragraph(copies, type, 16, 0, 0)));
        atoms.add(Atom.of(0, 4, (on, y) -> on.line(LEFT, y + 3, LEFT + width, y + 3, 1f, Canvas.BLACK)));
        return atoms;
    }

    private void footers() throws IOException {
        Canvas.Type type = new Canvas.Type(FontShelf.Style.BODY, 9, Canvas.GREY);
        int count = canvas.pageCount();
        for (int i = 0; i < count; i++) {
            canvas.turnTo(i);
            float y = canvas.height() - Canvas.mm(13);
            canvas.text(task.draft() ? "样张，未编号，不具效力" : task.number(), LEFT, y, type);
            canvas.right("第 " + (i + 1) + " 页　共 " + count + " 页", LEFT + width, y, type);
        }
    }

    private static float height(List<Atom> atoms) {
        float sum = 0;
        for (Atom atom : atoms) {
            sum += atom.before() + atom.height();
        }
        return sum;
    }
}
