//! What a clause must say for a figure to be an indicator.
//!
//! One line a wording. `|` separates words of which one is enough. A rule fits when the figure's unit is in `units`, each
//! entry of `clause` has a word in the figure's clause, none of `not` stands there, and the nearest domain (below) is among
//! `domain`. A domain with `~` need only be named anywhere in the sentence so far; in `not`, it must not be. The best of
//! several fitting rules has the longest words in the clause.

/// Classes of units, as bits.
pub(super) mod units {
    /// Cases: 件 起 宗 例.
    pub const C: u16 = 1;
    /// Times held: 次 场 期.
    pub const T: u16 = 1 << 1;
    /// People: 人 名 位.
    pub const P: u16 = 1 << 2;
    /// People counted each time: 人次.
    pub const V: u16 = 1 << 3;
    /// Items: 项 条 个 件.
    pub const I: u16 = 1 << 4;
    /// Documents: 份 件 册 卷.
    pub const D: u16 = 1 << 5;
    /// Bodies and households: 家 户 个.
    pub const O: u16 = 1 << 6;
    /// Batches: 批次.
    pub const B: u16 = 1 << 7;
    /// Kinds: 种 类.
    pub const K: u16 = 1 << 8;
    /// Percent.
    pub const R: u16 = 1 << 9;
    /// Money.
    pub const M: u16 = 1 << 10;
    /// Records: 条.
    pub const L: u16 = 1 << 11;
    /// No unit.
    pub const N: u16 = 1 << 12;

    /// The classes of a measure word.
    pub const TABLE: &[(&str, u16)] = &[
        ("件", C | I | D),
        ("起", C),
        ("宗", C | D),
        ("例", C),
        ("桩", C),
        ("案", C),
        ("笔", C),
        ("宗次", C | T),
        ("人/次", P | V),
        ("件次", C | T),
        ("人件", C),
        ("件(次)", C | T),
        ("件（次）", C | T),
        ("次/件", C | T),
        ("件/次", C | T),
        ("次", T),
        ("场", T),
        ("场次", T),
        ("期", T),
        ("回", T),
        ("班", T),
        ("班次", T),
        ("轮", T),
        ("轮次", T),
        ("届", T),
        ("堂", T),
        ("节", T),
        ("课时", T),
        ("场(次)", T),
        ("场（次）", T),
        ("场/次", T),
        ("期(次)", T),
        ("余次", T),
        ("户次", T),
        ("家次", T),
        ("批", B | T),
        ("人", P),
        ("名", P),
        ("位", P),
        ("人次", V),
        ("人(次)", P | V),
        ("人（次）", P | V),
        ("名(次)", P),
        ("项", I),
        ("个", I | O | D),
        ("条", I | L),
        ("项次", I),
        ("款", I),
        ("点", I),
        ("份", D),
        ("册", D),
        ("本", D),
        ("套", D),
        ("张", D),
        ("部", D | T),
        ("篇", D),
        ("卷", D),
        ("幅", D),
        ("枚", D),
        ("个(份)", D),
        ("份(册)", D),
        ("件(册)", D),
        ("册(份)", D),
        ("本(册)", D),
        ("集", T),
        ("封", D),
        ("余份", D),
        ("则", D),
        ("家", O),
        ("户", O),
        ("所", O),
        ("处", O),
        ("座", O),
        ("支", O),
        ("家(户)", O),
        ("户(家)", O),
        ("所(个)", O),
        ("批次", B),
        ("种", K),
        ("类", K),
        ("元", M),
        ("%", R),
    ];
}

use units::{B, C, D, I, K, L, M, N, O, P, R, T, V};

/// A wording that states an indicator.
pub(super) struct Rule {
    pub id: &'static str,
    pub units: u16,
    pub clause: &'static [&'static str],
    pub domain: &'static str,
    pub not: &'static str,
}

const fn rule(
    id: &'static str,
    units: u16,
    clause: &'static [&'static str],
    domain: &'static str,
    not: &'static str,
) -> Rule {
    Rule { id, units, clause, domain, not }
}

/// What a passage is about: the nearest of these words before a figure (or in its clause) names its domain, so that
/// `审结24件` is known for reconsideration or litigation. A domain no rule asks for keeps its figures from all others.
#[rustfmt::skip]
pub(super) static DOMAINS: &[(&str, &str)] = &[
    ("reconsideration", "行政复议|复议案件|复议申请|复议决定|复议机关|复议纠错|复议"),
    ("litigation", "行政应诉|应诉案件|行政诉讼|出庭应诉|一审行政|行政审判|应诉|被诉行政|被诉"),
    ("pretrial", "诉前调解|诉前人民调解|诉前人民调解委员会|诉前调解委员会|诉前委派|委派调解|诉前调解纠纷|委派诉前调解|诉前"),
    ("mediation", "矛盾纠纷|人民调解|调解组织|调委会|各类纠纷|民间纠纷|纠纷排查|社会矛盾|以案定补|调解员|调解委员会|调解纠纷|化解纠纷|调处纠纷|受理纠纷|纠纷案件|处理纠纷|排查纠纷|矛盾隐患|排查矛盾|化解矛盾|矛盾排查|家庭纠纷|邻里纠纷|类纠纷"),
    ("other_mediation", "金融纠纷|金融调解|劳动争议|劳动人事|仲裁|行政调解|行政裁决|医疗纠纷|医患纠纷|涉金融|司法调解|律师调解|专业性调解|消费纠纷|消费投诉|投诉举报|知识产权"),
    ("petition", "信访|来访|接访|上访|群众来信"),
    ("legal_aid", "法律援助|法援|援助案件|受援"),
    ("consultation", "法律咨询|免费咨询|咨询服务|免费法律|咨询|公共法律服务"),
    ("notary", "公证"),
    ("hotline", "便民热线|服务热线|群众诉求|政务热线|热线|12345|市民热线|诉求工单|工单"),
    ("publicity", "普法|法治宣传|宣传活动|法律明白人|法治文化|宣传教育|法律进|宪法宣传|法治进|法律六进|法治课|民法典宣传|宣讲活动|宣传月|宣传周|普法宣传|宪法|民法典"),
    ("demo_village", "民主法治示范村|民主法治村|法治示范村|民主法治示范"),
    ("enforcement", "行政执法|综合执法|执法人员|执法队伍|执法监督|执法检查|执法领域|执法办案|规范执法|行政处罚|行政检查|执法证|执法主体|执法案件|执法业务|监管执法|执法|稽查|违法行为|立案查处"),
    ("file_review", "案卷评查|执法案卷|案卷"),
    ("rulemaking", "规范性文件|合法性审核|合法性审查|备案审查|涉法文件|文件清理|文件审查|文件审核"),
    ("decisions", "重大行政决策|重大决策|决策事项"),
    ("counsel", "法律顾问|公职律师|外聘律师"),
    ("village_counsel", "一村一法律顾问|一村(居)一法律顾问|村社法律顾问|村级法律顾问|一村(社区)一法律顾问|村居法律顾问|村(居)法律顾问|村(社区)法律顾问|一村居一法律顾问|村法律顾问|社区法律顾问|一村一顾问|名村居法律顾问"),
    ("licence_reform", "证照分离"),
    ("one_thing", "一件事|高效办成"),
    ("approval", "行政审批|政务服务|审批服务|审批事项|一网通办|放管服|网上办理|证明事项|窗口"),
    ("certificates", "电子证照|电子证|电子营业执照|电子印章"),
    ("proposals", "人大代表建议|政协提案|政协委员提案|建议提案|代表建议|委员提案|人大建议|代表委员|议案建议|提案办理|建议办理|提案"),
    ("credit", "双公示|信用信息|信用体系|社会信用|信用平台|公示信息"),
    ("internet", "互联网+监管"),
    ("double_random", "双随机"),
    ("enterprise", "涉企|企业|营商环境|民营经济|法治体检|入企"),
    ("inspection", "法治督察|督察反馈|督察组|督察整改|督察发现|督察|反馈意见|反馈问题|督导检查"),
    ("study", "学法|理论学习中心组|会前学法|法治专题|中心组"),
    ("training", "培训班|法治培训|教育培训|专题培训|专题讲座|法治讲座|干部培训|轮训"),
    ("leadership", "第一责任人|法治建设工作|依法治县|依法治市|依法治区|依法治省|法治政府建设|法治建设|法治工作"),
    ("disclosure", "政务公开|信息公开|主动公开|政府网站|政府信息|门户网站|政务新媒体|依申请公开"),
    ("emergency", "应急|突发事件|防灾减灾"),
    ("criminal", "刑事案件|刑事|犯罪|公安机关|打击"),
    ("court", "民商事|商事案件|人民法院|合同类案件|法院|执行案件"),
    ("departments", "各镇|各部门|各乡镇|各单位|各级各部门|各街道|市直单位|县直单位|区直单位|各县|各区|各科室|各分局|各镇街|各街镇|各社区|基层单位|直属单位|各级党组织|各部门各单位|部门党组|带动"),
    ("entities", "市场主体|经营主体|商事主体|个体工商户"),
    ("inspections_made", "入企检查|涉企检查|涉企行政检查|入企行政检查|涉企行政执法检查"),
    ("prosecution", "检察院|检察机关|公益诉讼|检察建议|司法建议"),
];

/// Which of several figures of one sentence states an indicator: the total before its parts, or the last stage.
pub(super) static ONE_A_SENTENCE: &[(&str, Which)] = &[
    ("rulemaking.cleaned", Which::First),
    ("leadership.inspection_issues", Which::First),
    ("regulation.double_random_checks", Which::First),
    ("business.issues_resolved", Which::Last),
];

/// One of several figures.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    First,
    Last,
}

/// The wordings.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    // Leadership
    rule("leadership.law_agenda_meetings", T, &["研究|审议|听取|部署|议题|专题会议|专题研究|研究解决", "法治|依法治|依法行政|述法"], "", "学法|学习会|培训|执法案件|协调小组|传达学习|公益"),
    rule("leadership.law_agenda_meetings", T, &["专题研究|专题听取|研究部署|专题部署|专题会议|专题会|研究法治|议题"], "leadership|study", "学法|学习会|培训|协调小组"),
    rule("leadership.law_agenda_meetings", T, &["常务会|常委会|党组会|党委会|党工委", "研究|审议|听取|部署"], "leadership|study", "学法|学习会|培训|决策"),
    rule("leadership.commission_meetings", T, &["委员会会议|委员会全体会议|依法治县委员会|依法治市委员会|依法治区委员会|依法治省委员会|依法治旗委员会|依法治州委员会|依法治镇|依法治乡|依法治街道|依法治县委会|法治建设领导小组", "会议|全体会|全会|召开|开会"], "", "协调小组|委员会办公室|办公室会|学法|执法管理"),
    rule("leadership.inspection_issues", I, &["问题", "督察|反馈|认领|查摆|反馈的"], "", "~file_review|线索|企业|案卷|执法问题|群众反映|咨询"),
    rule("leadership.inspection_issues", I, &["问题"], "inspection", "~file_review|线索|企业|案卷|执法问题|群众反映|咨询|措施"),
    rule("leadership.rectification_measures", I, &["整改措施|整改举措|整改任务"], "", "案卷|销号"),
    rule("leadership.rectification_measures", I, &["措施|举措"], "inspection", "案卷|惠企"),
    rule("leadership.systems_issued", I | D, &["制度|制度文件|规章制度|配套制度|制度机制|工作机制", "完善|制定|出台|修订|建立|健全|印发"], "leadership|inspection|study|~leadership|~inspection", "合法性|决策|内部制度"),
    // Study and training
    rule("study.leadership_sessions", T, &["学法|学习|传达学习|传达|学习会|理论学习|会前学"], "study|leadership|training", "~departments|各镇|各部门|各乡镇|各单位|各级各部门|培训|课时|部门学法|乡镇学法|旁听|企业|宣讲|讲座|执法|调解员"),
    rule("study.leadership_sessions", T, &["常务会|常委会|党组会|中心组|班子会", "讲座|学习|学法|传达"], "", "~departments|执法人员"),
    rule("study.leadership_sessions", T, &["学习|专题学习|学习法律", "法律知识|法律法规|宪法|民法典|条例|法治思想"], "", "~departments|~publicity|执法|培训|群众|宣传"),
    rule("study.leadership_sessions", T, &["学法|会前学法|集体学法|专题学法|法治专题学习|法治学习"], "", "~departments|各镇|各部门|各乡镇|各单位|各级各部门|部门学法|执法人员|培训|群众|学法用法|企业"),
    rule("study.department_sessions", T, &["学法|学习|集中学法|组织学法|学法讲座"], "~departments", "执法"),
    rule("study.training_classes", T, &["培训班|专题课|专题班|法治讲座|专题讲座|轮训班|培训班次|法治培训|讲座|专题培训|辅导报告|法治课|研讨班|法治课程|课程|授课|提升班|业务培训|知识培训|集中培训|干部培训|举办培训|讲堂|培训"], "study|training|leadership|consultation", "~enforcement|常务会|常委会|中心组|调解|法律明白人|普法宣传|旁听|企业|监管|线上培训|学法讲座"),
    rule("study.trainees", P | V, &["培训|参训|轮训|受训|覆盖|参加|干部|公务员"], "study|training|leadership", "~enforcement|调解|法律明白人|旁听|企业|考试|参考|群众|律师|聘|资格"),
    rule("study.court_observers", P | V, &["旁听|庭审"], "", ""),
    // Government services
    rule("services.matters_centralised", I, &["划转|集中办理|划入|划至|划出|划归|统一划", "审批|事项|许可"], "", "执法"),
    rule("services.licence_items", I, &["行政许可事项|许可事项|行政许可"], "", "划转|划归|划入|划出|划至|集中办理|作出|实施行政许可|信息|公示|告知承诺|涉企经营|处罚|办理|取消|下放|承接|清零"),
    rule("services.one_thing_list", I, &["一件事|一次办"], "", "累计办理|办件|办理件|受理|办结|线下办理|审批流程|整合为"),
    rule("services.one_thing_handled", C | T, &["一件事", "累计办理|办件|办理|办结|受理|办件量"], "", "事项|清单"),
    rule("services.one_thing_handled", C | T, &["累计办理|办件|办件量|办结"], "one_thing", "事项|清单"),
    rule("services.online_rate", R, &["网上|线上|全程网办|网办|一网通办|在线办理|网上可办|可网办"], "", "满意|信访|培训|考试"),
    rule("services.ecert_types", K, &["电子证照|电子证|证照|证照类型|扩大类型|类型"], "certificates", ""),
    rule("services.ecert_types", K, &["电子证照"], "", ""),
    rule("services.ecerts_issued", D | I, &["发放|签发|制发|归集|生成|颁发|应用|发出|申领"], "certificates", ""),
    rule("services.new_entities", O, &["新设|新增|新登记|净增|新注册|新设立"], "~entities", "规模以上|上市|失信|高新|企业户"),
    rule("services.new_entities", O, &["新设|新增|新登记|净增|新注册|新设立", "市场主体|经营主体|个体工商户|企业"], "", "规模以上|上市|失信|高新"),
    rule("services.proxy_projects", I | O, &["代办|帮办|全代办|帮代办|领办代办|帮办代办", "项目"], "", ""),
    rule("services.licence_reform_total", I, &["证照分离"], "", "告知承诺|取消|备案|优化审批|新增"),
    rule("services.licence_reform_abolished", I, &["直接取消|取消审批"], "", "证明"),
    rule("services.licence_reform_filing", I, &["改为备案|改备案|许可备案"], "", ""),
    rule("services.licence_reform_commitment", I, &["实行告知承诺"], "", "证明|新增|信用"),
    rule("services.licence_reform_commitment", I, &["告知承诺"], "licence_reform|~licence_reform", "证明|新增|信用"),
    rule("services.licence_reform_optimised", I, &["优化审批服务|优化审批|优化服务"], "", "机制"),
    rule("services.hotline_accepted", C, &["受理|接收|接到|收到|承办|承接|接听|办理|转办|受理答复|交办|转来|处理|接办", "诉求|热线|工单|12345|来电"], "", "满意|办结率|信访件"),
    rule("services.hotline_accepted", C, &["受理|接收|承办|接听"], "hotline", "办结|满意"),
    rule("services.hotline_resolved", C, &["办结|按期办结|按时办结|办理完成"], "hotline", ""),
    rule("services.hotline_ontime_rate", R, &["按期办结率|按时办结率|办结率|及时办结率|按期办理率|办理率"], "hotline", "满意"),
    // Market supervision and credit
    rule("regulation.double_random_checks", T | B | I, &["双随机"], "", "问题|清单|实施方案|企业户|年度计划|计划"),
    rule("regulation.double_random_checks", T | B, &["抽查|检查"], "double_random", "联合抽查|问题|企业|清单"),
    rule("regulation.internet_records", L | C, &["监管行为|监管数据|监管行为数|监管信息|行为数据"], "", "覆盖"),
    rule("regulation.internet_coverage", R, &["覆盖度|覆盖率"], "internet", ""),
    rule("regulation.internet_coverage", R, &["监管行为覆盖|监管事项覆盖|事项覆盖率"], "", ""),
    rule("regulation.inspection_change", R, &["入企检查|涉企检查|检查次数|涉企行政检查|检查频次|检查总量|入企次数|检查量|入企频次|涉企行政执法检查", "下降|减少|降低|压减|同比|缩减|压降"], "", ""),
    rule("regulation.inspection_change", R, &["下降|减少|降低|压减|同比|缩减|压降"], "~inspections_made", "占比|问题|处罚"),
    rule("credit.licences_published", L | C | D, &["许可信息|行政许可|许可类"], "~credit", "事项"),
    rule("credit.penalties_published", L, &["处罚信息|行政处罚|处罚类"], "~credit", ""),
    rule("credit.licences_published", L | C | D, &["行政许可信息|许可信息"], "", "事项"),
    rule("credit.penalties_published", L | C | D, &["行政处罚信息|处罚信息"], "", ""),
    rule("credit.records_published", L, &["行政许可和行政处罚信息|行政许可、行政处罚信息|行政许可和行政处罚|许可和处罚"], "", ""),
    rule("credit.records_published", L | C, &["信用信息|双公示|公示信息|信息|数据"], "credit", "许可|处罚"),
    // Enterprises
    rule("business.enterprises_visited", O, &["走访|包联|联系服务|帮扶|回访|入企|服务企业|包联服务|联系|走进", "企业|商户"], "", "检查|处罚|失信|监管|体检|托管|宣传|新增|联系点"),
    rule("business.enterprises_visited", O, &["走访|包联"], "enterprise", "检查"),
    rule("business.issues_resolved", I | C, &["问题|诉求|意见建议|难题|困难|需求|法律风险", "解决|收集|回应|协调|帮助|化解|收集并|破解"], "enterprise", "督察|反馈|执法|案卷|线索|整治"),
    rule("business.issues_resolved", I | C, &["解决|帮助解决|协调解决|已解决"], "~enterprise", "督察|反馈|执法|案卷|线索|整治|热线|纠纷"),
    rule("business.issues_resolved", L | O, &["办结|当月办结|化解"], "~enterprise", "督察|反馈|执法|案卷|线索|整治|热线|纠纷|企业联系"),
    rule("business.legal_checkups", T, &["法治体检|法律体检|入企服务|入企法律|入企|法律服务活动"], "enterprise", "检查|宣传"),
    rule("business.legal_checkups", T, &["法治体检"], "", ""),
    // Rule-making
    rule("rulemaking.reviewed", D | C | T, &["规范性文件|涉法文件|文件|政策性文件|合法性文件", "审核|审查|合法性|法制审核"], "", "清理|废止|修改|意见书|公平竞争|备案|案卷|示范文本|企业|提出"),
    rule("rulemaking.reviewed", D | C, &["规范性文件审查|规范性文件审核|合法性审核|合法性审查"], "rulemaking", "清理|意见|公平竞争|决策|合同|案卷|事项|备案|协议|执法"),
    rule("rulemaking.reviewed", D | C, &["审核|审查"], "rulemaking", "清理|意见|公平竞争|决策|合同|案卷|事项|备案|协议|提出|执法|处罚"),
    rule("rulemaking.reviewed", D | C, &["行政规范性文件|规范性文件"], "~rulemaking", "备案|报备|清理|废止|修改|制定|制发|出台|印发|修订|公布|失效|纠正|意见|保留"),
    rule("rulemaking.review_opinions", I | D, &["审查意见|审核意见|法律意见|修改意见|审查意见书|法律审查意见|审查建议|修改建议|合法性意见"], "rulemaking", "~counsel|顾问"),
    rule("rulemaking.review_opinions", I | D, &["提出意见|提出意见建议|意见建议|书面意见|出具意见"], "rulemaking|~rulemaking", "~counsel|征求|公众|群众"),
    rule("rulemaking.review_opinions", I | D, &["审查意见书|审核意见书|审查意见"], "", "~counsel"),
    rule("rulemaking.review_opinions", I | D, &["合法性审查意见书|合法性审核意见书|合法性审查意见|合法性审核意见"], "", "~counsel|顾问"),
    rule("rulemaking.cleaned", D | C, &["清理|废止|宣布失效|失效", "文件|规范性文件|政策措施|旧文件"], "", "执法证|案卷|制定|拟废止|继续有效|保留"),
    rule("rulemaking.cleaned", D | C, &["清理|废止|宣布失效|失效"], "rulemaking", "执法证|案卷|意见|继续有效|保留|拟废止"),
    // Decisions and counsel
    rule("decisions.listed", I | C, &["重大行政决策|决策事项|重大决策", "目录|公示|公布|完成|列入|确定|纳入|编制|制定|事项目录"], "", "常务会|审议|顾问|参与|合法性审"),
    rule("decisions.listed", I | C, &["重大行政决策事项|重大行政决策"], "", "常务会|审议|顾问|参与|合法性审|评估|法律意见"),
    rule("decisions.reviewed", I | C, &["审议|研究审议|讨论", "决策|重大事项|重大决策"], "", "常委会|议题"),
    rule("decisions.reviewed", I | C, &["常务会|常务会议", "审议|研究|讨论"], "decisions|~decisions", "议题"),
    rule("counsel.engaged", P, &["法律顾问|律师|公职律师", "聘|聘请|选聘|聘任|续聘|外聘|配备|配齐"], "counsel|decisions|rulemaking|leadership", "公职律师|村|社区|调解|执法"),
    rule("counsel.engaged", P, &["法律顾问"], "counsel", "村|社区|律师团队"),
    rule("counsel.services", T | C | V | I, &["法律顾问", "参与|提供|审查|审核|咨询|解答|服务|出席|列席|论证|处理"], "", "意见书|法律意见|进村|村|社区|企业"),
    rule("counsel.services", D | C, &["合同|协议|合同文书|各类合同", "审查|审核|把关"], "", "~village_counsel|文件|规范性|企业"),
    rule("counsel.services", T | C | V, &["参与|提供|各类法律服务|法律服务|法律事务|审查合同|合同审查|涉法事务|等服务|等法律服务"], "counsel|~counsel", "~village_counsel|其他|意见书|法律意见|进村|免费|群众|企业|援助"),
    rule("counsel.opinions", D | I, &["意见书|法律意见|审查意见|法律建议|意见建议|法律意见书|建议|意见"], "counsel|~counsel", "~village_counsel|进村|集体法律|公开征求"),
    // Enforcement
    rule("enforcement.subjects", O, &["执法主体|执法机关|行政执法主体"], "", "检查事项"),
    rule("enforcement.officers_certified", P, &["持证|执法证|证件", "持有|取得|持证|申领|现有|拥有|共有|实有|具有"], "enforcement|~enforcement", "考试|清理|注销|收回|参考|离岗|培训|核发|发放|上岗率|持证率|通过率"),
    rule("enforcement.officers_certified", P, &["持证人员|持证执法人员|持证上岗|持证|统一证件"], "enforcement|~enforcement", "考试|清理|注销|收回|参考|离岗|培训|上岗率|持证率"),
    rule("enforcement.exam_takers", P | V, &["考试|参考|报考|执法证考试|资格考试|报名"], "enforcement|~enforcement", "清理|闭卷测试|普法|合格|职业资格|法律职业"),
    rule("enforcement.exam_takers", P | V, &["执法证考试|执法资格考试|执法证件考试|公共法律知识考试|公共法律知识"], "", "清理|闭卷"),
    rule("enforcement.certificates_cancelled", P | D | I | O, &["清理|注销|收回|作废|收缴|回收|清退", "证件|执法证|执法证件|执法资格|失效证|无效证"], "", "文件|案卷"),
    rule("enforcement.certificates_cancelled", P | D | O, &["清理|注销|收回|作废|收缴"], "enforcement", "~rulemaking|证明|文件|案卷|事项|问题|线索|隐患|罚"),
    rule("enforcement.certificates_issued", P | D | I | O, &["新申领|新领证|发放|核发|换发|制发|新办|颁发|补办|办理", "新领证|执法证|证件|执法证件|行政执法证|新证"], "enforcement|~enforcement", "清理|注销|考试|收回"),
    rule("enforcement.files_reviewed", D | I | C, &["案卷|执法案卷|卷宗", "评查|抽评|抽查|抽取|规范|检查|交叉|自查|调阅|互查"], "", "问题|补贴|优秀|合格|不合格|瑕疵"),
    rule("enforcement.files_reviewed", D | I, &["评查|抽取|抽查|案卷"], "file_review", "不合格|合格|单位|优秀|意见|反馈"),
    rule("enforcement.file_issues", I | C | O, &["问题|瑕疵|不规范"], "file_review|~file_review", "意见书"),
    rule("enforcement.items_reviewed", I, &["执法事项|检查事项|行政检查事项|执法检查事项"], "", "赋权|下放|认领|承接|划转"),
    rule("enforcement.inspections", T, &["行政检查|执法检查|监督检查|日常检查|联合检查|专项检查|巡查检查|开展检查|现场检查|巡查|检查"], "enforcement|~enforcement", "赋权|双随机|入企检查|同比|督察|执法监督|随机抽查|非现场|监督执法"),
    rule("enforcement.inspections", T, &["行政检查|执法检查"], "", "同比|双随机"),
    rule("enforcement.inspections", T | C, &["行政检查量|检查量|检查总量"], "", "人均"),
    rule("enforcement.penalties", C | T, &["行政处罚|处罚案件|违法案件|行政处罚案件|处罚|处罚决定"], "", "处罚类|法制审核|审核|信息|刑事|不予|免予|减轻|从轻|涉企|复议|撤销|听证|移送|目录|清单"),
    rule("enforcement.penalties", C, &["查处|查办|立案查处|办结案件|办理案件|办案|立案|录入案件|执法案件|一般程序|普通程序案件"], "enforcement", "刑事|复议|移送|简易|不予|其中"),
    rule("enforcement.coercions", C | T, &["行政强制|强制措施"], "", "强制类|复议|诉讼"),
    rule("enforcement.fines", M, &["罚没|罚款|罚没款|涉及金额|处罚金额|罚没金额|罚金|没收|经济处罚"], "enforcement|credit|enterprise|file_review", "补贴|减免|免罚|不予|退还"),
    rule("enforcement.fines", M, &["罚没|罚没款|罚款|罚没金额|经济处罚|处罚金额"], "", "减免|免罚|不予|退还"),
    rule("enforcement.training_classes", T, &["培训|培训班|讲堂|轮训|练兵|业务培训|专题培训|线上培训|宣讲"], "enforcement|file_review|~enforcement", "普法|明白人|调解|旁听|庭审"),
    rule("enforcement.training_classes", T, &["执法培训|执法业务培训|执法人员培训|执法大讲堂|执法骨干培训|执法专题培训|执法能力培训"], "", ""),
    rule("enforcement.trainees", P | V, &["培训|参训|轮训|受训|参加培训|覆盖|培训执法人员"], "enforcement|file_review|~enforcement", "考试|普法|明白人|调解|持证|旁听|群众|证件"),
    rule("enforcement.trainees", P | V, &["培训执法人员|执法人员培训|执法培训"], "", "考试"),
    // Oversight and disclosure
    rule("oversight.npc_proposals", C, &["人大代表建议|人大建议|代表建议|人大代表议案|人大议案|人大代表意见建议|人大代表意见|代表议案|议案建议|人大代表批评"], "", "提案|满意|面商"),
    rule("oversight.npc_proposals", C, &["建议|议案|人大"], "proposals", "提案|满意|检察|司法|意见建议|政协"),
    rule("oversight.cppcc_proposals", C, &["提案|政协提案|政协委员提案|委员提案"], "", "代表建议|人大建议|人大代表|满意"),
    rule("oversight.reply_rate", R, &["办复率|答复率|回复率|办结率|办复办结率|办理率"], "proposals", "满意率达"),
    rule("oversight.npc_satisfaction", R, &["满意率|满意度|满意", "人大|代表"], "proposals", "政协|委员|办复率"),
    rule("oversight.cppcc_satisfaction", R, &["满意率|满意度|满意", "政协|委员"], "proposals", "人大|代表|办复率"),
    rule("disclosure.items", L | C | D, &["主动公开|政府信息|公开信息|发布信息|公开政府信息|各类信息|信息公开|更新信息|政务信息"], "", "申请|信用|处罚|许可|解读|监管行为|公开类|案件"),
    rule("disclosure.items", L, &["公开|发布|信息"], "disclosure", "申请|信用|解读|回应|留言|监管"),
    rule("disclosure.interpretations", D | C | L | I | T, &["政策解读|解读材料|解读文件|解读"], "", "会议"),
    rule("disclosure.visits", T | V | N, &["访问量|浏览量|点击量|访问次数|阅读量|页面访问"], "", "视频|普法"),
    // Reconsideration
    rule("reconsideration.received", C, &["收到|接收|接到|收案|申请|新收|收件"], "reconsideration", "被申请人|受理案件|不予受理|审结|驳回|撤回|公开|援助"),
    rule("reconsideration.accepted", C, &["受理|办理|立案|立案受理|受理办理|办案|承办"], "reconsideration", "被申请人|不予受理|审结|申请公开|援助|驳回|容缺"),
    rule("reconsideration.concluded", C, &["审结|办结|结案|作出决定|作出复议决定|已结|审理完毕|作出行政复议决定"], "reconsideration", "调解结案|和解结案|终止|其他方式"),
    rule("reconsideration.corrected", C, &["撤销|纠错|确认违法|变更|责令|纠正|直接纠错"], "reconsideration", "纠错率|驳回|维持|意见书"),
    rule("reconsideration.correction_rate", R, &["纠错率|直接纠错率|综合纠错率"], "", ""),
    rule("reconsideration.upheld", C, &["维持"], "reconsideration", "终止"),
    rule("reconsideration.dismissed", C, &["驳回"], "reconsideration", "起诉|上诉"),
    rule("reconsideration.rejected", C, &["不予受理"], "reconsideration", ""),
    rule("reconsideration.mediated", C, &["调解|调解和解|调撤|和解调解|调解结案|案前调解|调解、和解"], "reconsideration", "人民调解|纠纷"),
    rule("reconsideration.settled", C, &["和解"], "reconsideration", "调解|调解和解|和解调解"),
    rule("reconsideration.hearings", T, &["听证会|听证"], "reconsideration|~reconsideration", "处罚"),
    rule("reconsideration.settlement_rate", R, &["案结事了|实质性化解率|实质化解率|化解率|事了率|未进入诉讼|息诉率|未再起诉|未起诉|未再进入诉讼|未再进入"], "reconsideration", "纠纷化解率"),
    // Litigation
    rule("litigation.cases", C, &["应诉案件|行政诉讼案件|行政应诉|应诉|一审行政诉讼|行政诉讼|行政案件|诉讼案件|一审案件|被诉案件|被诉行政案件"], "litigation", "正职|胜诉|败诉|出庭率|撤诉|驳回|判决|开庭|出庭应诉案件|维持|检察|复议案件"),
    rule("litigation.appearance_rate", R, &["出庭应诉率|出庭率|应诉率|负责人出庭"], "", "正职"),
    // Mediation
    rule("mediation.screenings", T, &["排查|矛盾排查|纠纷排查"], "mediation", "安全隐患|安全"),
    rule("mediation.disputes", C, &["矛盾纠纷|纠纷|矛盾|纠纷案件|民间纠纷|各类纠纷", "调解|排查|调处|受理|处理|接待|介入|办理|收集"], "mediation", "~village_counsel|成功|调解率|金融|劳动|行政复议|信访案件|诉前|消费|涉企"),
    rule("mediation.disputes", C, &["受理|调解案件|调处|排查|调解"], "mediation", "成功|信访|诉前|行政调解|复议|金融|涉企|培训"),
    rule("mediation.resolved", C, &["调解成功|调处成功|成功调解|成功化解|成功调处|化解|成功|化解成功|已化解|调成"], "mediation", "排查|成功率|信访事项|涉金融|行政争议|涉企|积案"),
    rule("mediation.success_rate", R, &["调解成功率|成功率|化解率|调处成功率|成功调处率|调处率|调解率|调成率|化解成功率"], "mediation", "诉前|同比"),
    rule("mediation.mediators", P, &["人民调解员|专职调解员|兼职调解员|调解员|专职人民调解员"], "", "级调解员|优秀|模范|表彰|培训会|聘请律师"),
    rule("mediation.subsidy", M, &["以案定补|以奖代补|补贴|奖补|补助|补贴资金|个案补贴"], "mediation|other_mediation", "援助|咨询"),
    rule("pretrial.cases", C, &["诉前调解|诉前|委派调解|诉前调解案件"], "pretrial", "成功"),
    rule("pretrial.resolved", C, &["成功|调解成功|化解|成功调解|调成"], "pretrial", "成功率|涉金融|涉企"),
    rule("pretrial.success_rate", R, &["成功率|调解成功率|诉前化解率|化解率"], "pretrial", ""),
    rule("petition.batches", B, &["来访|信访|上访|接访|接待|来访群众"], "", "集体|个访|个体|减少|下降"),
    rule("petition.visitors", V | P, &["来访|上访|接访|接待群众|来访群众"], "petition", "防止|集体|个访|个体|咨询|减少|下降"),
    rule("petition.ontime_rate", R, &["按期办结率|办结率|按时办结率|按期答复率"], "petition|~petition", "满意"),
    // Legal services
    rule("legal_aid.cases", C, &["法律援助|法援|援助案件|法律援助案件"], "legal_aid", "特殊群体|民事|刑事|办结|结案|咨询|农民工"),
    rule("legal_aid.cases", C, &["受理|办理"], "legal_aid", "特殊群体|民事|刑事|办结|结案|咨询|公证|农民工|行政|其中"),
    rule("legal_aid.concluded", C, &["办结|结案|审结"], "legal_aid", ""),
    rule("legal_aid.civil", C, &["民事"], "legal_aid|~legal_aid", "民事行政"),
    rule("legal_aid.criminal", C, &["刑事"], "legal_aid|~legal_aid", ""),
    rule("legal_aid.special_groups", C, &["特殊群体"], "", ""),
    rule("consultation.count", P | V | C | T, &["免费法律咨询|法律咨询|免费咨询|咨询服务|服务咨询|法律服务咨询|免费法律服务咨询"], "consultation|legal_aid|notary|village_counsel", "~publicity|~enterprise|文件审查|等服务|合同|坐班"),
    rule("consultation.count", P | V | C | T, &["咨询|法律问题|来电咨询|解答咨询"], "consultation|legal_aid|~consultation|village_counsel", "~publicity|~enterprise|~counsel|文件审查|等服务|合同|企业|坐班"),
    rule("consultation.completion_rate", R, &["完成率|年度任务|任务"], "consultation", "法律援助|特殊群体|办结"),
    rule("consultation.satisfaction", R, &["满意度|满意率"], "consultation|legal_aid", "热线"),
    rule("notary.cases", C, &["公证|公证事项|公证案件"], "", "咨询"),
    rule("village_counsel.count", P, &["法律顾问|律师|法律服务工作者", "村|社区|村居|一村|村(社区)|村(居)|村民"], "", "明白人|调解员"),
    rule("village_counsel.visits", T, &["进村|入村|服务|下村|到村"], "village_counsel", "咨询"),
    // Publicity
    rule("publicity.events", T, &["宣传活动|普法活动|法治宣传|普法宣传|宣讲|宣传|主题活动|法治讲座|普法讲座|宣讲活动|法律进|法治活动|普法"], "publicity|consultation|demo_village|legal_aid|village_counsel|study|training|notary|counsel|enterprise|leadership", "报道|栏目|节目|培训|学法|执法|推送|复议|演练"),
    rule("publicity.events", T, &["宣传活动|普法活动|法治宣传活动|普法宣传活动|集中宣传活动"], "", "报道|复议"),
    rule("publicity.events", T, &["活动|法治课|微课堂|坝坝会|普法课|法治课堂|集市"], "publicity|~publicity", "报道|栏目|节目|培训|学法|执法|演练|复议"),
    rule("publicity.materials", D | C | I, &["宣传资料|宣传材料|宣传品|资料|手册|宣传单|宣传册|折页|普法资料|普法读本|读本|书籍|宣传手册|宣传彩页|法律书籍|宣传页|海报"], "publicity|consultation|demo_village|legal_aid|enterprise|study|training|village_counsel|emergency|leadership|counsel", "案卷|申请"),
    rule("publicity.audience", P | V, &["受教育|受众|惠及|覆盖|受益|覆盖群众|受教育群众|惠及群众|受众群众|参与群众|受教育人数|教育群众|参与|覆盖人数|受教育干部|观众|听众|参与师生"], "publicity|demo_village", "咨询|解答|法律明白人|培训|志愿者|律师|讲师"),
    rule("publicity.broadcasts", T | D | L, &["节目|栏目|电视|播出|专栏|广播"], "publicity|demo_village|~publicity", "资料|开设"),
    rule("publicity.legal_persons", P, &["法律明白人"], "", "示范户|专职|律师|调解员"),
    rule("publicity.demo_villages_national", I | O, &["国家级|全国民主法治示范|全国|全国示范", "民主法治示范|示范村|国家级|民主法治村|全国示范"], "demo_village", ""),
    rule("publicity.demo_villages_provincial", I | O, &["省级|全省民主法治示范|自治区级|省民主法治"], "demo_village", ""),
    rule("publicity.demo_villages_city", I | O, &["市级|全市民主法治示范|地级市级|州级|市民主法治"], "demo_village", "市本级|县级"),
    rule("publicity.law_households", O, &["学法用法示范户|示范户|学法用法"], "", ""),
    // Emergency
    rule("emergency.plans", I | D | C, &["应急预案|预案|专项预案"], "emergency", "演练"),
    rule("emergency.drills", T, &["演练|应急演练"], "", ""),
    // Police and courts
    rule("policing.criminal_cases", C, &["刑事案件", "立|立案|发案|破获|侦破"], "", "破获|援助|侦破|起诉"),
    rule("policing.criminal_change", R, &["下降|上升|同比|减少"], "criminal", ""),
    rule("justice.civil_accepted", C, &["民商事|商事案件|商事", "受理|收案|办理|新收|办结"], "", "成功|结案率|审结"),
    rule("justice.civil_concluded", C, &["审结|结案|办结"], "court", "刑事|行政"),
    rule("justice.civil_conclusion_rate", R, &["结案率|审结率"], "court", ""),
];
