package org.yiwang.web.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.stream.Collectors;

/** JSON报文: reads and writes bodies with {@link ApiJson} and says which field is wrong, not which class. */
@Provider
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, ProblemBody.MEDIA_TYPE})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return own(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return own(type);
    }

    /** Text and bytes are left to the standard providers: a String is JSON already. */
    private static boolean own(Class<?> type) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        Object value = read(in.readAllBytes(), generic);
        if (value == null) {
            throw ApiProblem.badRequest("BODY_REQUIRED", "缺少请求内容，请按接口说明发送 JSON。");
        }
        return value;
    }

    static Object read(byte[] body, Type type) {
        if (body.length == 0) {
            throw ApiProblem.badRequest("BODY_REQUIRED", "缺少请求内容，请按接口说明发送 JSON。");
        }
        try {
            return ApiJson.MAPPER.readValue(
                    body, ApiJson.MAPPER.getTypeFactory().constructType(type));
        } catch (JsonParseException malformed) {
            throw ApiProblem.badRequest("MALFORMED_JSON", "请求内容不是正确的 JSON" + place(malformed) + "。");
        } catch (UnrecognizedPropertyException unknown) {
            String path = path(unknown);
            throw ApiProblem.invalid(path, "UNKNOWN_FIELD", "不认识的字段“" + path + "”，请按接口说明核对字段名。");
        } catch (JsonMappingException wrong) {
            if (wrong.getCause() instanceof JsonParseException malformed) {
                throw ApiProblem.badRequest("MALFORMED_JSON", "请求内容不是正确的 JSON" + place(malformed) + "。");
            }
            if (wrong.getCause() instanceof StreamConstraintsException) {
                throw tooComplex();
            }
            String path = path(wrong);
            if (path.isEmpty()) {
                throw ApiProblem.invalid(path, "WRONG_TYPE", "请求内容应为一个 JSON 对象，请按接口说明发送。");
            }
            throw ApiProblem.invalid(path, "WRONG_TYPE", "字段“" + path + "”的类型或取值不对，请按接口说明填写。");
        } catch (StreamConstraintsException tooMuch) {
            throw tooComplex();
        } catch (IOException notUnicode) {
            throw ApiProblem.badRequest("MALFORMED_JSON", "请求内容不是 UTF-8 编码的 JSON，请检查后重试。");
        }
    }

    private static ApiProblem tooComplex() {
        return ApiProblem.badRequest("JSON_TOO_COMPLEX", "请求内容嵌套过深或单个值过长，请按接口说明简化后重试。");
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : "（第 " + e.getLocation().getLineNr() + " 行第 " + e.getLocation().getColumnNr() + " 列）";
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        ApiJson.MAPPER.writeValue(out, value);
    }
}
