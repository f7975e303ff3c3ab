package org.yiwang.forms.catalogue.internal.search;

import java.util.Collection;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** 词元域: tokens that we made ourselves, so that a query and an index are cut in the same way. */
final class TokenField extends Field {

    private static final FieldType TYPE = new FieldType();

    static {
        TYPE.setIndexOptions(IndexOptions.DOCS);
        TYPE.setTokenized(true);
        TYPE.freeze();
    }

    TokenField(String name, Collection<String> tokens) {
        super(name, new Listed(tokens), TYPE);
    }

    private static final class Listed extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Collection<String> tokens;
        private Iterator<String> left;

        Listed(Collection<String> tokens) {
            this.tokens = tokens;
        }

        @Override
        public void reset() {
            left = tokens.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!left.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(left.next());
            return true;
        }
    }
}
