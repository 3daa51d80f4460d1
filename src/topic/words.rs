//! The words that tell a section's topic, with their weights: 4 names the topic itself, 1 only leans to it.
//!
//! The list follows the fields of 《法治政府建设实施纲要（2021－2025年）》 and the nine first-level indicators of
//! 《市县法治政府建设示范指标体系》; it is our own and claims no official standing.

use super::Topic::{
    self, Capacity, Decisions, Digital, Disputes, Emergency, Enforcement, Functions, Leadership, LegalServices, Publicity, Rulemaking, Supervision,
};

/// A word, the topic it speaks for, and how strongly.
pub(super) type Word = (&'static str, Topic, u8);

/// All words.
#[rustfmt::skip]
pub(super) static WORDS: &[Word] = &[
    // Leadership: the Party's lead, the principal's duty, planning and supervising the construction itself.
    ("党的领导", Leadership, 4), ("组织领导", Leadership, 4), ("第一责任人", Leadership, 4), ("习近平法治思想", Leadership, 2), ("统筹推进", Leadership, 1),
    ("统筹谋划", Leadership, 3), ("统筹规划", Leadership, 3), ("统筹协调", Leadership, 2), ("高位推动", Leadership, 4), ("高位谋划", Leadership, 3), ("高位推进", Leadership, 4), ("高位统筹", Leadership, 3),
    ("法治督察", Leadership, 4), ("督察考核", Leadership, 4), ("督察反馈", Leadership, 3), ("督察整改", Leadership, 3), ("述法", Leadership, 4), ("政治引领", Leadership, 4), ("思想引领", Leadership, 3), ("党建引领", Leadership, 3),
    ("理论武装", Leadership, 3), ("政治站位", Leadership, 3), ("思想武装", Leadership, 3), ("思想认识", Leadership, 2), ("法治建设责任", Leadership, 4), ("推进机制", Leadership, 2),
    ("法治建设工作", Leadership, 1), ("依法治县委员会", Leadership, 2), ("依法治市委员会", Leadership, 2), ("依法治区委员会", Leadership, 2), ("依法治县办", Leadership, 1), ("依法治市办", Leadership, 1), ("依法治区办", Leadership, 1),
    ("工作要点", Leadership, 1), ("考核评价", Leadership, 1), ("示范创建", Leadership, 3), ("法治政府建设示范", Leadership, 2), ("领导小组", Leadership, 1), ("政治理论", Leadership, 3), ("党政主要负责人", Leadership, 2),
    ("压实责任", Leadership, 2), ("责任落实", Leadership, 2), ("强化领导", Leadership, 4), ("加强领导", Leadership, 4), ("组织保障", Leadership, 4), ("组织实施", Leadership, 2), ("统一领导", Leadership, 3), ("全面领导", Leadership, 4),
    ("责任体系", Leadership, 2), ("领导责任", Leadership, 4), ("法治责任", Leadership, 3), ("主体责任", Leadership, 2), ("顶层设计", Leadership, 2), ("顶层谋划", Leadership, 3), ("目标责任考核", Leadership, 2), ("考核体系", Leadership, 2), ("绩效考核", Leadership, 1), ("年度考核", Leadership, 1),
    ("法治政府建设整体水平", Leadership, 3), ("推进依法行政", Leadership, 1), ("依法行政工作", Leadership, 2), ("职责清单", Leadership, 1), ("履职尽责", Leadership, 2), ("规划部署", Leadership, 2), ("机制保障", Leadership, 2),
    ("督导检查", Leadership, 2), ("督导机制", Leadership, 2), ("党政主要负责同志", Leadership, 2), ("主要负责人履行", Leadership, 3), ("实地督察", Leadership, 3), ("议事协调", Leadership, 2), ("协调小组", Leadership, 1),
    ("法治建设领导", Leadership, 4), ("党对法治", Leadership, 4), ("政治方向", Leadership, 3), ("政治建设", Leadership, 3), ("研究部署", Leadership, 1), ("扛牢", Leadership, 2), ("扛起", Leadership, 1), ("牵头抓总", Leadership, 2), ("党委领导", Leadership, 2), ("总体部署", Leadership, 2),
    ("法治素养", Capacity, 3),
    // Functions: what government does, approvals, the business environment, market supervision.
    ("政府职能", Functions, 4), ("机构职能", Functions, 4), ("营商环境", Functions, 4), ("放管服", Functions, 4), ("政务服务", Functions, 4), ("行政审批", Functions, 3), ("审批服务", Functions, 3), ("审批改革", Functions, 4),
    ("审批制度", Functions, 4), ("简政放权", Functions, 4), ("事中事后监管", Functions, 4), ("双随机", Functions, 2), ("信用体系", Functions, 3), ("信用监管", Functions, 3), ("信用环境", Functions, 4), ("社会信用", Functions, 3), ("诚信建设", Functions, 3),
    ("市场准入", Functions, 3), ("市场主体", Functions, 2), ("经营主体", Functions, 2), ("市场监管", Functions, 2), ("权责清单", Functions, 3), ("权力清单", Functions, 3), ("负面清单", Functions, 2), ("证照分离", Functions, 3), ("一枚印章", Functions, 3), ("一网通办", Functions, 3), ("一件事", Functions, 3),
    ("最多跑一次", Functions, 3), ("综窗", Functions, 3), ("综合窗口", Functions, 2), ("企业开办", Functions, 3), ("开办便利", Functions, 2), ("工程建设项目", Functions, 3), ("项目审批", Functions, 3), ("项目帮", Functions, 3), ("重点项目", Functions, 2), ("涉企", Functions, 1), ("惠企", Functions, 2), ("助企", Functions, 2), ("护企", Functions, 2),
    ("隐性壁垒", Functions, 4), ("公平竞争", Functions, 3), ("行政许可", Functions, 2), ("许可事项", Functions, 2), ("便民服务", Functions, 2), ("便民利企", Functions, 2), ("减证便民", Functions, 3), ("证明事项", Functions, 2), ("告知承诺", Functions, 2), ("服务企业", Functions, 2), ("企业帮办", Functions, 2),
    ("民营经济", Functions, 2), ("民营企业", Functions, 2), ("产权保护", Functions, 2), ("机构改革", Functions, 3), ("职责体系", Functions, 2), ("全面履行", Functions, 4), ("依法履职", Functions, 3), ("履行职责", Functions, 1), ("依法履行", Functions, 3), ("公共服务", Functions, 1), ("生态环境", Functions, 1), ("高效办成", Functions, 3), ("服务热线", Functions, 2),
    ("非现场监管", Functions, 3), ("云勘验", Functions, 3), ("包容审慎", Functions, 2), ("办事难", Functions, 2), ("群众办事", Functions, 2), ("便利化", Functions, 2), ("市场化", Functions, 1), ("法治体检", Functions, 1), ("入企", Functions, 2), ("企业", Functions, 1), ("审批", Functions, 1),
    ("监管效能", Functions, 2), ("监管方式", Functions, 2), ("智慧监管", Functions, 2), ("项目建设", Functions, 1), ("招商引资", Functions, 2), ("政府效能", Functions, 2), ("行政效能", Functions, 2), ("服务效能", Functions, 2), ("基层减负", Functions, 2), ("法治护航", Functions, 2), ("行业监管", Functions, 2), ("质量监管", Functions, 2), ("安全监管", Functions, 2),
    // Rulemaking.
    ("规范性文件", Rulemaking, 4), ("合法性审核", Rulemaking, 3), ("合法性审查", Rulemaking, 2), ("备案审查", Rulemaking, 3), ("备案", Rulemaking, 1), ("文件清理", Rulemaking, 3), ("制度体系", Rulemaking, 3), ("政府立法", Rulemaking, 4), ("地方立法", Rulemaking, 4), ("立法", Rulemaking, 3),
    ("规章", Rulemaking, 1), ("依法行政制度", Rulemaking, 3), ("制度建设", Rulemaking, 2), ("法制审核", Rulemaking, 2), ("文件管理", Rulemaking, 3), ("文件制定", Rulemaking, 3), ("制度供给", Rulemaking, 2), ("制规", Rulemaking, 2), ("文件审查", Rulemaking, 3), ("文件审核", Rulemaking, 3), ("良法善治", Rulemaking, 2), ("科学立法", Rulemaking, 4),
    ("有件必备", Rulemaking, 2), ("废改立", Rulemaking, 2), ("制度质量", Rulemaking, 2), ("完善制度", Rulemaking, 1), ("涉法文件", Rulemaking, 2), ("行政立法", Rulemaking, 4), ("标准体系", Rulemaking, 1), ("地方性法规", Rulemaking, 2),
    // Decisions and counsel.
    ("行政决策", Decisions, 4), ("重大决策", Decisions, 3), ("决策程序", Decisions, 4), ("依法决策", Decisions, 4), ("科学决策", Decisions, 3), ("民主决策", Decisions, 3), ("决策机制", Decisions, 4), ("法律顾问", Decisions, 3), ("公职律师", Decisions, 2), ("集体讨论", Decisions, 2), ("专家论证", Decisions, 2), ("公众参与", Decisions, 2), ("风险评估", Decisions, 2),
    ("决策公信力", Decisions, 3), ("科学化民主化", Decisions, 4), ("决策水平", Decisions, 4), ("决策事项", Decisions, 3), ("决策质量", Decisions, 3), ("决策制度", Decisions, 4), ("决策咨询", Decisions, 3), ("科学民主", Decisions, 3), ("议事规则", Decisions, 2), ("合同审查", Decisions, 2), ("三重一大", Decisions, 3), ("决策", Decisions, 2), ("政府合同", Decisions, 2), ("外聘律师", Decisions, 2),
    // Enforcement.
    ("行政执法", Enforcement, 4), ("综合执法", Enforcement, 4), ("执法监督", Enforcement, 4), ("执法人员", Enforcement, 3), ("执法队伍", Enforcement, 4), ("执法规范", Enforcement, 4), ("公正文明", Enforcement, 4), ("公正执法", Enforcement, 4), ("文明执法", Enforcement, 4), ("规范执法", Enforcement, 4), ("严格执法", Enforcement, 3), ("执法体制", Enforcement, 4), ("执法行为", Enforcement, 4), ("执法质量", Enforcement, 4),
    ("三项制度", Enforcement, 3), ("案卷评查", Enforcement, 4), ("执法案卷", Enforcement, 4), ("执法证", Enforcement, 3), ("裁量", Enforcement, 3), ("行政处罚", Enforcement, 2), ("行政检查", Enforcement, 2), ("行政强制", Enforcement, 2), ("执法检查", Enforcement, 2), ("柔性执法", Enforcement, 3), ("执法", Enforcement, 2), ("两法衔接", Enforcement, 2), ("行刑衔接", Enforcement, 3), ("行刑反向衔接", Enforcement, 2),
    ("执法领域", Enforcement, 3), ("执法权", Enforcement, 3), ("赋权", Enforcement, 2), ("执法效能", Enforcement, 4), ("执法培训", Enforcement, 3), ("监管执法", Enforcement, 3), ("专项整治", Enforcement, 1), ("首违不罚", Enforcement, 3), ("免罚", Enforcement, 2), ("办案质量", Enforcement, 1), ("执法能力", Enforcement, 3), ("执法水平", Enforcement, 3), ("执法力量", Enforcement, 3), ("执法重心", Enforcement, 3), ("违法案件", Enforcement, 1), ("执法力度", Enforcement, 4), ("稽查", Enforcement, 2),
    // Supervision of power.
    ("权力制约", Supervision, 4), ("权力监督", Supervision, 4), ("权力运行", Supervision, 4), ("行政权力", Supervision, 3), ("制约监督", Supervision, 4), ("制约和监督", Supervision, 4), ("监督制约", Supervision, 4), ("政务公开", Supervision, 4), ("信息公开", Supervision, 4), ("人大监督", Supervision, 4), ("民主监督", Supervision, 4), ("司法监督", Supervision, 3), ("审计监督", Supervision, 3), ("社会监督", Supervision, 3), ("舆论监督", Supervision, 3), ("层级监督", Supervision, 3),
    ("各类监督", Supervision, 4), ("监督体系", Supervision, 3), ("接受监督", Supervision, 4), ("人大代表", Supervision, 2), ("政协提案", Supervision, 2), ("建议提案", Supervision, 3), ("政协委员", Supervision, 2), ("代表建议", Supervision, 2), ("纪检监察", Supervision, 2), ("检察建议", Supervision, 2), ("司法建议", Supervision, 2), ("问责", Supervision, 1), ("主动公开", Supervision, 3), ("公开透明", Supervision, 3), ("依申请公开", Supervision, 3), ("阳光政务", Supervision, 4), ("内部监督", Supervision, 4), ("公开内容", Supervision, 3), ("政务诚信", Supervision, 2), ("廉政", Supervision, 2), ("监督机制", Supervision, 2), ("政府网站", Supervision, 1), ("政策解读", Supervision, 2),
    // Disputes.
    ("矛盾纠纷", Disputes, 4), ("行政复议", Disputes, 4), ("行政应诉", Disputes, 4), ("出庭应诉", Disputes, 4), ("人民调解", Disputes, 4), ("行政争议", Disputes, 4), ("信访", Disputes, 3), ("枫桥经验", Disputes, 4), ("行政调解", Disputes, 3), ("诉前调解", Disputes, 3), ("多元化解", Disputes, 4), ("社会矛盾", Disputes, 4), ("调解组织", Disputes, 3), ("调解员", Disputes, 2), ("化解纠纷", Disputes, 4), ("纠纷化解", Disputes, 4), ("依法化解", Disputes, 3), ("行政裁决", Disputes, 3), ("行政诉讼", Disputes, 3), ("和谐稳定", Disputes, 2), ("复议体制", Disputes, 4), ("复议应诉", Disputes, 4), ("扫黑除恶", Disputes, 1), ("平安建设", Disputes, 2), ("基层治理", Disputes, 1), ("社会治理", Disputes, 1), ("争议解决", Disputes, 3), ("仲裁", Disputes, 2), ("纠纷", Disputes, 2), ("调解", Disputes, 2), ("复议", Disputes, 3), ("应诉", Disputes, 3), ("治安", Disputes, 1), ("定分止争", Disputes, 3), ("诉源治理", Disputes, 4),
    // Emergencies.
    ("突发事件", Emergency, 4), ("应急管理", Emergency, 4), ("应急预案", Emergency, 4), ("应急处置", Emergency, 4), ("应急体系", Emergency, 4), ("应急演练", Emergency, 4), ("应急能力", Emergency, 4), ("应急", Emergency, 3), ("疫情防控", Emergency, 3), ("防灾减灾", Emergency, 3), ("预防处置", Emergency, 3), ("风险隐患", Emergency, 1), ("安全生产", Emergency, 1), ("公共卫生", Emergency, 2),
    // Capacity of staff.
    ("依法行政能力", Capacity, 4), ("法治思维", Capacity, 3), ("法治培训", Capacity, 4), ("学法", Capacity, 3), ("教育培训", Capacity, 3), ("学法用法", Capacity, 3), ("业务培训", Capacity, 2), ("干部培训", Capacity, 4), ("法治能力", Capacity, 4), ("关键少数", Capacity, 3), ("法治观念", Capacity, 3), ("法治意识", Capacity, 3), ("旁听庭审", Capacity, 2), ("工作人员", Capacity, 1), ("干部法治", Capacity, 4), ("法治人才", Capacity, 3), ("队伍建设", Capacity, 3), ("人才力量", Capacity, 2), ("业务能力", Capacity, 2), ("专题培训", Capacity, 2), ("培训", Capacity, 1), ("法治队伍", Capacity, 3), ("能力建设", Capacity, 2), ("领导干部", Capacity, 1), ("法治理念", Capacity, 3), ("会前学法", Capacity, 4), ("理论学习", Capacity, 3), ("人才队伍", Capacity, 3), ("能力水平", Capacity, 2), ("专业力量", Capacity, 2), ("力量不足", Capacity, 1), ("人员素质", Capacity, 3), ("考试", Capacity, 1), ("集体学", Capacity, 2),
    // Publicity.
    ("普法", Publicity, 4), ("法治宣传", Publicity, 4), ("八五普法", Publicity, 4), ("七五普法", Publicity, 4), ("法治文化", Publicity, 4), ("宣传教育", Publicity, 4), ("谁执法谁普法", Publicity, 4), ("法律明白人", Publicity, 3), ("法律七进", Publicity, 4), ("法律八进", Publicity, 4), ("民主法治示范村", Publicity, 3), ("宪法宣传", Publicity, 4), ("法治社会", Publicity, 3), ("全民守法", Publicity, 4), ("法治氛围", Publicity, 4), ("法律进", Publicity, 3), ("法治进", Publicity, 3), ("学法用法示范户", Publicity, 3), ("宣传活动", Publicity, 3), ("宣传资料", Publicity, 2), ("宪法", Publicity, 2), ("民法典", Publicity, 2), ("宣讲", Publicity, 2), ("法治主题公园", Publicity, 3), ("主题公园", Publicity, 2), ("宣传", Publicity, 1), ("以案释法", Publicity, 2), ("法治信仰", Publicity, 3), ("法治乡村", Publicity, 2), ("全民普法", Publicity, 4), ("知晓", Publicity, 1), ("法治副校长", Publicity, 2), ("青少年", Publicity, 1), ("国家安全教育", Publicity, 3),
    // Public legal services.
    ("公共法律服务", LegalServices, 4), ("法律援助", LegalServices, 4), ("法律咨询", LegalServices, 3), ("法援", LegalServices, 4), ("公证", LegalServices, 3), ("法律服务", LegalServices, 2), ("法治惠民", LegalServices, 3), ("司法鉴定", LegalServices, 2), ("一村一法律顾问", LegalServices, 4), ("村居法律顾问", LegalServices, 4), ("村(居)法律顾问", LegalServices, 4), ("律师", LegalServices, 1), ("惠民工程", LegalServices, 2), ("便民法律", LegalServices, 2), ("法治为民", LegalServices, 2), ("法律服务体系", LegalServices, 4),
    // Digital government.
    ("数字法治", Digital, 4), ("数字政府", Digital, 4), ("智慧法治", Digital, 4), ("信息化", Digital, 2), ("数字化", Digital, 3), ("科技保障", Digital, 4), ("大数据", Digital, 2), ("数据共享", Digital, 2), ("智能高效", Digital, 2), ("互联网+监管", Digital, 2), ("电子证照", Digital, 2), ("信息平台", Digital, 2), ("数据赋能", Digital, 3), ("一体化平台", Digital, 2), ("智慧执法", Digital, 2), ("科技支撑", Digital, 4), ("数智", Digital, 3), ("数据", Digital, 1),
];
