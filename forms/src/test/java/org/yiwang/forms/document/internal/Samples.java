package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.yiwang.forms.document.DocumentKind;

/** Invented data for every kind of document. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-21T02:30:00Z");
    static final String CODE = "ABCDEFGHIJKLMNOPQRSTUVWX27";
    static final FontShelf SHELF = new FontShelf(Optional.empty(), Path.of("/usr/share/fonts"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    static Template letter(DocumentKind kind) {
        return template("/" + kind.template());
    }

    static Template template(String resource) {
        try (InputStream in = Samples.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no such template: " + resource);
            }
            return Template.read(resource, in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Printing task(Template template, ObjectNode data) {
        return new Printing(
                template,
                data,
                "云东市监许" + template.kind().series() + "〔2026〕12号",
                CODE,
                "https://zwfw.yunzhou.example/verify?code=" + CODE,
                NOW,
                false);
    }

    static Printing task(DocumentKind kind) {
        return task(letter(kind), data());
    }

    /** 冷静期: an item whose acceptance is followed by a period in which both may think again (民法典 §1077). */
    static ObjectNode coolingOff() {
        ObjectNode data = data();
        data.set("operator", object("{\"name\":\"陈静\",\"masked\":\"陈*\"}"));
        data.set(
                "applicant",
                object(
                        """
                        {"name":"陈静","masked":"陈*","idType":"居民身份证","idMasked":"999999********0020",
                         "phoneMasked":"138****0101"}
                        """));
        ((ObjectNode) data.get("organisation")).put("name", "云东区民政局").put("sealName", "云东区民政局");
        data.set("dates", object("{\"submitted\":\"2026年11月16日\",\"accepted\":\"2026年11月18日\"}"));
        data.set(
                "item",
                object(
                        """
                        {"code":"divorce","name":"离婚登记","powerType":"CONFIRMATION","act":"行政确认",
                         "basis":"《中华人民共和国民法典》第一千零七十六条、第一千零七十七条"}
                        """));
        data.set(
                "coolingOff",
                object(
                        """
                        {"until":"2026年12月18日","appear":"30日","basis":"《民法典》第一千零七十七条"}
                        """));
        return data;
    }

    /** Everything any letter asks for. */
    static ObjectNode data() {
        ObjectNode data = object(
                """
                {"caseNo":"999900202611210000012","queryCode":"K7M2QX","date":"2026年11月21日",
                 "applicant":{"name":"云州市甜水井餐饮管理有限公司","masked":"云州市**公司","idType":"统一社会信用代码",
                   "idMasked":"9100**********000N","phoneMasked":"138****3210"},
                 "operator":{"name":"赵晓禾","masked":"赵**"},
                 "organisation":{"code":"market","name":"云东区市场监督管理局","letterCode":"云东市监","sealName":"云东区市场监督管理局",
                   "address":"云州市云东区望湖路18号政务服务中心二楼B区","phone":"0999-5550120",
                   "reconsiderationOrg":"云东区人民政府","court":"云州市云东区人民法院",
                   "reconsiderationUrl":"https://xzfy.yunzhou.example"},
                 "item":{"code":"food-business","name":"食品经营许可（新办）","powerType":"LICENSE","act":"行政许可",
                   "basis":"《中华人民共和国食品安全法》第三十五条、《食品经营许可和备案管理办法》第十二条"},
                 "dates":{"submitted":"2026年11月16日","accepted":"2026年11月18日","decided":"2026年11月21日","acceptDue":"2026年11月23日",
                   "legalDue":"2026年12月2日","promiseDue":"2026年11月25日","answerDue":"2026年11月25日"},
                 "errand":{"count":"3","promisedOn":"2026年12月18日","outside":"","promised":"“食品安全制度目录”承诺后补","delivery":"结果办好一项送达一项。",
                   "url":"https://zwfw.yunzhou.example/progress?caseNo=999900202611210000012",
                   "items":[{"name":"个体工商户登记","office":"云东区市场监督管理局","begins":"已经开始"},
                     {"name":"食品经营许可（新办）","office":"云东区市场监督管理局","begins":"“个体工商户登记”办成以后"},
                     {"name":"户外招牌设置","office":"云东区城市管理局","begins":"已经开始"}],
                   "materials":[{"name":"经营场所使用证明","count":"1","uses":"个体工商户登记、户外招牌设置"}]},
                 "correction":{"dueOn":"2026年12月4日","note":"电子材料请使用PDF或者清晰的照片。","items":[
                   {"label":"经营布局图","text":"未标注粗加工间、备餐间的面积和出入口位置，请重新绘制并加盖公章","given":"已接收"},
                   {"label":"食品安全管理员证明","text":"缺少培训考核合格证明，请补交一份","given":"已接收"}],"answer":"布局图已按要求重新绘制。"},
                 "refusal":{"reason":"所申请的经营场所位于云州市经济技术开发区，不属于本机关职权范围。",
                   "legalBasis":"《食品经营许可和备案管理办法》第七条以及《中华人民共和国行政许可法》第三十二条第一款第二项","competentAuthority":"云州市经济技术开发区市场监督管理局",
                   "address":"云州市经济技术开发区创业路1号","phone":"0999-5550199","url":"https://kfq.yunzhou.example/market","competentContact":"创业路1号二楼5号窗口"},
                 "legalBases":"《中华人民共和国食品安全法》第三十五条",
                 "deferral":{"form":"补齐前不作出准予决定","basis":"云东区市场监督管理局容缺受理事项清单","afterwards":"本机关将终止办理","signature":"周雨晴",
                   "signedOn":"2026年11月16日","items":[{"name":"食品安全制度目录","reason":"制度正在按新办法修订","due":"2026年11月23日前","given":"已接收"}]},
                 "commitment":{"name":"场所使用证明","purpose":"证明申请人可以在申报位置设置招牌","standard":"位置与产权登记或者租赁合同记载的场所一致",
                   "liability":"承诺不实的，责令限期整改；逾期不改的，撤销已作出的决定","disclosure":"承诺书不向社会公开","basis":"国办发〔2020〕42号",
                   "byAgent":"可以由代理人凭授权代为承诺","verification":"现场核查","verifyWithin":"20个工作日","signature":"周雨晴","signedOn":"2026年11月16日",
                   "facts":[{"text":"申请人对申报位置的场所有所有权或者使用权"},{"text":"场所有权利人同意在该位置设置招牌"}]},
                 "rectification":{"name":"场所使用证明","finding":"租赁合同已于2026年10月31日到期，未续签","dueOn":"2026年12月18日"},
                 "rescission":{"ground":"告知承诺不实","reason":"租赁合同已到期，申请人对场所没有使用权","facts":"租赁合同已到期，申请人对场所没有使用权","until":"2026年12月4日",
                   "defence":"当事人在期限内未陈述申辩","legalBasis":"承诺书载明的不实承诺的责任","resultName":"户外招牌设置许可"},
                 "ending":{"act":"撤回","title":"注销","ground":"准予决定所依据的客观情况发生重大变化","facts":"望湖路62号所在地块已经列入城市道路拓宽范围，房屋将于2027年3月拆除",
                   "basis":"《中华人民共和国行政许可法》第八条第二款以及《云州市城市道路管理办法》第十二条","resultName":"食品经营许可证","number":"JY29990010000128",
                   "compensation":"按照评估机构确定的设备搬迁和停业损失补偿，评估费用由本机关承担","reason":"道路拓宽关系公共利益，许可事项在原场所无法继续",
                   "defence":"当事人对撤回没有异议，要求补偿装修损失，已经列入评估范围"},
                 "renewal":{"number":"JY29999010000012","validTo":"2026年11月20日","from":"2026年11月21日","basis":"《中华人民共和国行政许可法》第五十条第二款"},
                 "change":{"number":"JY29999010000012","validTo":"2031年11月20日","items":"法定代表人、经营项目","basis":"《中华人民共和国行政许可法》第四十九条"},
                 "outcome":{"applicant":"云州市**公司","decision":"准予","decidedOn":"2026年12月8日","legalBasis":"《中华人民共和国食品安全法》第三十五条第二款","heard":"陈述意见","answer":"排烟管道改造后已经检测达标，油烟不影响楼上住户","hearing":"本机关于2026年12月4日就本申请举行了听证"},
                 "halt":{"reason":"等待人民法院对该场所租赁纠纷的裁定","legalBasis":"《行政许可实施程序规定》第二十条","approval":"同意中止，裁定生效后恢复"},
                 "extension":{"approver":"局长 罗海","reason":"现场核查需要专家论证","dueBefore":"2026年12月4日","dueOn":"2026年12月11日","length":"5个工作日","basis":"《食品经营许可和备案管理办法》第十八条"},
                 "specialProcedure":{"name":"专家评审","reason":"拟采用的中央厨房集中配送工艺涉及新的加工方式，需要专家论证","basis":"《食品经营许可和备案管理办法》第二十二条",
                   "duration":"三十个自然日","toldBefore":"2026年11月30日","expectedOn":"2026年12月20日"},
                 "decision":{"interested":"排烟管道改造后已经检测达标，油烟不影响楼上住户","hearing":"本机关于2026年12月4日就本申请举行了听证，本决定根据听证笔录（云东市监许听录〔2026〕3号）作出","reason":"准予从事热食类食品制售、冷食类食品制售（含冷加工糕点），经营场所和设施设备经两名核查人员现场核查符合要求。",
                   "facts":"申请人于2026年11月16日提交申请，两名核查人员于2026年11月19日到经营场所现场核查，发现粗加工间与备餐间共用出入口，且未设置独立的餐用具清洗消毒设施，申请人现场负责人对核查记录签字确认",
                   "legalBasis":"《中华人民共和国食品安全法》第三十五条第二款","resultName":"食品经营许可证","scope":"云州市云东区望湖路62号一层",
                   "validity":"五年，自2026年11月21日至2031年11月20日","delivery":"电子送达，可以在本平台下载",
                   "conditions":["在经营场所的显著位置悬挂或者摆放许可证正本","许可事项发生变化的，在变化后十个工作日内申请变更"]},
                 "termination":{"cause":"申请人撤回申请","reason":"经营场所租赁合同提前解除","returned":[{"name":"房屋租赁合同（原件）","copies":"1"}]},
                 "rating":{"url":"https://zwfw.yunzhou.example/rate/c999900202611210000012-0123456789abcdef0123456789abcdef"},
                 "interest":{"applicant":"云州市**公司","ground":"拟设餐饮场所的排烟口正对你（单位）住宅的窗户，关系到居住环境","basis":"《中华人民共和国行政许可法》第三十六条","hearingBasis":"《中华人民共和国行政许可法》第四十七条"},
                 "hearing":{"reason":"拟设餐饮场所紧邻居民住宅，排烟口的位置关系到楼上住户的重大利益","basis":"《中华人民共和国行政许可法》第四十七条",
                   "at":"2026年12月4日 09:30","place":"云州市政务服务中心三楼听证室","host":"罗海","heldOn":"2026年12月4日","clerk":"韩雪",
                   "attended":"申请人代表赵晓禾，审查人员韩雪、陈立","request":"排烟方案符合标准","opinion":"现场核查记录、排烟检测报告表明排烟口距居民窗户不足10米，不符合标准",
                   "statement":"已委托单位重新设计排烟管道，提交设计图一份","findings":"双方对距离无争议，对改造后的方案是否达标有争议；申请人承诺改造后检测"},
                 "siteRecord":{"step":"现场核查","place":"云州市云东区望湖路62号一层","at":"2026年11月19日 14:30","passed":"符合",
                   "findings":"经营场所位置与申报的平面图一致；粗加工间、备餐间分设，设有独立的餐用具清洗消毒设施；冷食间配有空调和紫外线灯",
                   "inspectors":[{"name":"韩雪","certificate":"云9901010"},{"name":"陈立","certificate":"云9901011"}],
                   "signature":"SIGNED","party":"赵晓禾（店长）","photos":"3"},
                 "approval":{"result":"准予","rows":[
                   {"step":"受理","opinion":"予以受理","text":"材料齐全，符合法定形式","by":"窗口一","at":"2026年11月18日 09:20"},
                   {"step":"现场核查","opinion":"符合","text":"经营场所和设施设备与申报一致","by":"韩雪","at":"2026年11月19日 16:05"},
                   {"step":"审核","opinion":"同意","text":"材料和现场情况符合《食品经营许可和备案管理办法》第十二条的条件，建议准予","by":"陈立（代韩雪）","at":"2026年11月20日 10:12"},
                   {"step":"决定","opinion":"准予","text":"同意审核意见","by":"罗海","at":"2026年11月21日 10:30"}]},
                 "handout":{"receiver":"赵晓禾","idType":"居民身份证","idMasked":"1101**********0016","relation":"受委托人","mandate":"授202611210007",
                   "place":"云州市政务服务中心一楼综合窗口","at":"2026年11月21日 10:30","officer":"出件一","serialNo":"YD00012345","count":"2","rest":"“户外广告设置审批”",
                   "documents":[{"item":"食品经营许可","title":"食品经营许可证","number":"JY29990010000128"},{"item":"食品经营许可","title":"准予行政许可决定书","number":"云东市监许准〔2026〕12号"}]},
                 "serving":{"code":"LEFT","way":"留置送达","place":"云州市云东区望湖路62号","at":"2026年11月21日 10:30","receiver":"","refusal":"拒绝签收，称需要律师在场",
                   "witness":"望湖社区居委会 孙敏","servers":"出件一、出件二","documents":[{"title":"不予行政许可决定书","number":"云东市监许不准〔2026〕3号"}]},"result":{"name":"食品经营许可证","issuedOn":"2026年11月21日","validFrom":"2026年11月21日","validTo":"2031年11月20日"}}
                """);
        data.set(
                "materials",
                array(
                        """
                [{"name":"食品经营许可申请书","form":"电子","originals":"0","copies":"1"},
                 {"name":"营业执照","form":"电子证照","originals":"0","copies":"1"},
                 {"name":"与食品经营相适应的主要设备设施、经营布局、操作流程等文件","form":"复印件","originals":"0","copies":"2"},
                 {"name":"食品安全自查、从业人员健康管理、进货查验记录、食品安全事故处置等保证食品安全的规章制度目录清单","form":"电子","originals":"0","copies":"1"}]"""));
        data.set(
                "sections",
                array(
                        """
                [{"title":"一、经营者信息","rows":[{"label":"经营者名称","value":"云州市甜水井餐饮管理有限公司"},{"label":"法定代表人","value":"钱*"},
                  {"label":"住所","value":"云州市云东区望湖路62号"}]},
                 {"title":"二、经营信息","rows":[{"label":"主体业态","value":"餐饮服务经营者（小型餐馆）"},{"label":"经营项目","value":"热食类食品制售、冷食类食品制售（含冷加工糕点）、自制饮品制售（不含自酿酒）"},
                  {"label":"网络经营","value":"是"},{"label":"经营面积（平方米）","value":"126.5"}]}]"""));
        return data;
    }

    static ObjectNode object(String json) {
        return (ObjectNode) read(json);
    }

    private static ArrayNode array(String json) {
        return (ArrayNode) read(json);
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
