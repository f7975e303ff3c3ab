package org.yiwang.forms.document.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The results of the services that come with the platform. */
class ResultsTest {

    static ObjectNode data() {
        ObjectNode data = Samples.data();
        data.set(
                "answers",
                Samples.object(
                        """
                {"businessName":"云州市甜水井餐饮管理有限公司","creditCode":"91000000MA0000000N","legalPerson":"钱守约","premises":"云州市云东区望湖路62号一层",
                 "businessForm":"餐饮服务经营者","online":"是","projects":"热食类食品制售、冷食类食品制售、糕点类食品制售、自制饮品制售",
                 "projectName":"望湖路DN300供水管线改造工程","builderName":"云州市政工程有限公司","roadName":"望湖路","roadClass":"次干路",
                 "segments":[{"from":"东湖大街路口","to":"甜水井巷口","part":"南侧人行道","length":"126米","width":"1.2米","depth":"1.8米"},
                   {"from":"甜水井巷口","to":"望湖路86号","part":"慢车道","length":"58米","width":"1.5米","depth":"2米"}],
                 "purpose":"供水管线","area":"238.2平方米","surface":"沥青混凝土","startOn":"2026年12月1日","endOn":"2026年12月25日","workHours":"夜间22时至次日5时",
                 "lanes":"1","restoreBy":"由市政养护单位恢复","leaderName":"孙立","homePlace":"江北省清河县柳树镇前庄村12号","livingAddress":"云州市云东区甜水井巷9号2单元301室",
                 "ground":"合法稳定就业","resultStyle":"有无房屋证明","scope":"云州市行政区域","estateKinds":"住宅、非住宅","unitNumber":"","purposeNote":"申请公租房","recipient":"云州市住房保障中心",
                 "insuranceKind":"职工基本医疗保险","kind":"异地长期居住人员","province":"江北省","city":"清河市","toHospital":""}"""));
        return data;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "food-business/documents/food-licence.json",
                "road-dig/documents/digging-permit.json",
                "residence-permit/documents/residence-permit.json",
                "estate-query/documents/query-certificate.json",
                "cross-medical/documents/registration-confirmation.json"
            })
    void everyResultIsPdfA3b(String path) throws Exception {
        Template template = Samples.template("/packages/" + path);
        ObjectNode data = data();
        TemplateTrial.run(template, data);
        String number = DocumentNumber.write(new Fields("test", data).fill(template.pattern(data)), 2026, 12);
        Printing task = Samples.task(template, data);

        byte[] pdf = new Renderer(Samples.SHELF)
                .render(new Printing(template, data, number, task.code(), task.verifyUrl(), task.at(), false));

        String name = path.replaceAll(".*/|\\.json", "");
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name + ".pdf"), pdf);
        assertEquals(List.of(), PdfA.problems(pdf));
    }

    @Test
    void aFoodLicenceIsNumberedByItsForm() {
        Template template = Samples.template("/packages/food-business/documents/food-licence.json");
        ObjectNode data = data();

        String catering = DocumentNumber.write(template.pattern(data), 2026, 12);
        ((ObjectNode) data.get("answers")).put("businessForm", "集中用餐单位食堂");
        String canteen = DocumentNumber.write(template.pattern(data), 2026, 13);

        assertTrue(catering.matches("JY2999901000012\\d"), catering);
        assertTrue(canteen.matches("JY3999901000013\\d"), canteen);
    }
}
