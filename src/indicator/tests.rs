//! Sentences and the indicators in them.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use crate::Report;

/// The indicators of a sentence in a report of 2023.
fn told(sentence: &str) -> String {
    let text =
        format!("云汀市人民政府2023年度法治政府建设情况报告\n\n一、主要工作\n{sentence}\n二、下一步打算\n努力。\n");
    let report = Report::parse(text.as_bytes()).unwrap();
    let indicators = report.indicators().iter();
    let told: Vec<String> = indicators.map(|told| format!("{} {}", told.definition.id, told.value)).collect();
    told.join(", ")
}

/// Holds sentences to the indicators that stand beside them.
#[track_caller]
fn check(sentences: &[(&str, &str)]) {
    for (sentence, expected) in sentences {
        assert_eq!(told(sentence), *expected, "{sentence}");
    }
}

#[test]
fn rows_of_names_and_figures() {
    check(&[
        ("全年受理、审结行政复议案件分别为51件、48件。", "reconsideration.accepted 51, reconsideration.concluded 48"),
        ("信访事项及时受理率、按期答复率和满意率分别达到100%、99.8%、95.7%。", "petition.ontime_rate 99.8"),
        ("办理人大代表建议、政协提案分别为22件和35件。", "oversight.npc_proposals 22, oversight.cppcc_proposals 35"),
        ("群众诉求按时办结率、满意率为99.9%、96.5%。", "services.hotline_ontime_rate 99.9"),
        ("事故起数、死亡人数分别为3起、2人、1次。", ""),
    ]);
}

#[test]
fn values_reached() {
    check(&[
        ("行政机关负责人出庭应诉率由2022年的71.5%提高到92.8%。", "litigation.appearance_rate 92.8"),
        ("行政机关负责人出庭应诉率由上年的92.3%提升至100%。", "litigation.appearance_rate 100"),
        ("“一件事一次办”由20项扩展到68项。", "services.one_thing_list 68"),
        ("2022年行政机关负责人出庭应诉率为71.5%。", ""),
        ("清理1998年至2017年期间的规范性文件613件。", "rulemaking.cleaned 613"),
    ]);
}

#[test]
fn what_a_figure_counts() {
    check(&[
        ("行政复议案件9件，审结9件。", "reconsideration.accepted 9, reconsideration.concluded 9"),
        ("行政应诉案件33件，负责人出庭应诉31件。", "litigation.cases 33"),
        ("保留行政许可226项，作出决定4件；行政许可办件2936件。", "services.licence_items 226"),
        ("抽查18个单位执法案卷90本。", "enforcement.files_reviewed 90"),
        ("检查生产经营单位2934家次。", "enforcement.inspections 2934"),
        ("拍摄短视频25部，点击量160万次。", ""),
        ("举办模拟演练12次，拟废止文件5件。", "emergency.drills 12"),
        ("每个村至少有3名“法律明白人”，共培养986名。", "publicity.legal_persons 986"),
        ("制作《法治时空》电视栏目52期。", "publicity.broadcasts 52"),
        ("领导干部参加旁听庭审3次，共126人次。", "study.court_observers 126"),
        ("修订专项预案36个；律师进村服务1236次。", "emergency.plans 36, village_counsel.visits 1236"),
        ("人民法院受理涉企案件1235件，审结1186件。", "justice.civil_accepted 1235, justice.civil_concluded 1186"),
        ("发放宣传资料1.3万份。", "publicity.materials 13000"),
        ("发放普法小册子1260册。", "publicity.materials 1260"),
    ]);
}

#[test]
fn who_is_taught() {
    check(&[
        ("开展普法宣讲9场次，受众超1600人次。", "publicity.events 9, publicity.audience 1600"),
        ("走进校园开展法治授课3场次。", "publicity.events 3"),
        ("镇主要领导为全镇干部职工讲法治课2次。", "study.training_classes 2"),
        ("落实“第一议题”制度，开展6次中心组专题学习。", "study.leadership_sessions 6"),
        ("开展普法宣传，利用电子屏宣传900余次。", ""),
        ("领导班子成员开展二十大精神宣讲14次。", ""),
        ("法治宣讲队进村答疑，覆盖群众640余人次。", "publicity.audience 640"),
        ("成立法治政府建设领导小组，配备2名干部具体负责。", ""),
        ("开展任前考法3场，参加干部66人次。", ""),
    ]);
}

#[test]
fn meetings_and_officials() {
    check(&[
        ("全年召开依法行政工作会议4次。", "leadership.law_agenda_meetings 4"),
        ("召开政府常务会议12次，集体研究决定重大事项97件。", "decisions.reviewed 97"),
        ("2023年行政机关负责人100%出庭应诉。", "litigation.appearance_rate 100"),
        ("发挥法律顾问作用，组建审核队伍，现有法制审核人员5名。", ""),
        ("新增持证执法人员3名。", ""),
        ("公开政策，发布规范性文件5件。", ""),
        ("行政复议受理前化解案件17件。", ""),
    ]);
}

#[test]
fn counts_of_several_years_are_not_this_years() {
    check(&[
        ("五年来，人民调解组织调解矛盾纠纷31.4万件；2023年调解矛盾纠纷6.27万件。", "mediation.disputes 62700"),
        ("“十三五”期间，全市受理行政复议案件6218件，审结5417件。", ""),
        ("三年来，全市办理法律援助案件1260件，今年办理法律援助案件493件。", "legal_aid.cases 493"),
        ("市级行政许可事项由2018年的412项减少到2023年的236项。", "services.licence_items 236"),
        ("举办法治培训班五期，办理法律援助案件493件。", "legal_aid.cases 493"),
        ("“十四五”时期，全市办理法律援助案件1260件。", ""),
        ("法律援助五年受理41236件，2023年受理9874件。", "legal_aid.cases 9874"),
        ("二〇二三年受理法律援助案件493件。", "legal_aid.cases 493"),
        ("利用“6·25”全国土地日等节点开展宣传活动23场次。", "publicity.events 23"),
        ("2022年以来办理法律援助案件493件。", "legal_aid.cases 493"),
    ]);
}

#[test]
fn parts_and_other_stages_are_no_totals() {
    check(&[
        ("开展应急演练25场，其中村级应急演练21场。", "emergency.drills 25"),
        (
            "受理行政复议案件331件，应办结353件，已审结334件、未审结19件。",
            "reconsideration.accepted 331, reconsideration.concluded 334",
        ),
        ("组织3642人参加行政执法资格考试，合格3389人。", "enforcement.exam_takers 3642"),
        ("走访企业418家次，解决问题36个。", "business.enterprises_visited 418, business.issues_resolved 36"),
        (
            "全县刑事立案743起，同比下降12.7%；电信网络诈骗立案196起，同比下降31.2%。",
            "policing.criminal_cases 743, policing.criminal_change -12.7",
        ),
    ]);
}

#[test]
fn who_learns() {
    check(&[
        ("中心组学法5次，支部学习8次，局机关集体学法12次。", "study.leadership_sessions 5"),
        ("党员干部完成必修课学习40课时。", ""),
        ("落实“第一议题”16次。", "study.leadership_sessions 16"),
        ("各局属单位学习法治思想21次。", "study.department_sessions 21"),
        (
            "党组带动全员学，开展会前学法10次，党工委专题学习7次。",
            "study.leadership_sessions 10, study.leadership_sessions 7",
        ),
        ("组织在编人员开展法治讲座7场。", "study.training_classes 7"),
        ("组织执法人员开展法治学习，覆盖干部职工180人次。", "study.trainees 180"),
        ("推进行政执法规范化，聘请15名培训监督员。", ""),
        ("组织人员取得行政执法资格，开设法治专题培训3期。", "study.training_classes 3"),
    ]);
}

#[test]
fn officers_and_their_cases() {
    check(&[
        ("14名工作人员获得行政执法证。", "enforcement.officers_certified 14"),
        ("充实执法队伍，8名执法人员取得资格。", "enforcement.officers_certified 8"),
        ("取得行政执法证；3名同志通过司法考试。", ""),
        ("因当事人已注销而终止行政执法调查6件。", ""),
        ("执法巡查中制止违法行为52次。", ""),
        ("一年来办结林业行政案件46件。", "enforcement.penalties 46"),
        ("组织《行政处罚法》专题测试2次。", ""),
    ]);
}

#[test]
fn services_and_counsel() {
    check(&[
        ("12345平台受理工单38个。", "services.hotline_accepted 38"),
        ("受理行政许可事项64件，另办理非许可事项218件。", ""),
        ("推行“一件事”联办，整改问题45项。", ""),
        ("专题研究重大行政决策管理等9项重点工作。", ""),
        ("法律顾问参加重点项目会议31次。", "counsel.services 31"),
    ]);
}

#[test]
fn legal_aid_and_its_samples() {
    check(&[
        ("办理法律援助案件57件，行政法律援助案件3件，另从结案案件里抽取20件评估。", "legal_aid.cases 57"),
        ("随机抽取法律援助归档案卷40件评查。", ""),
        ("接待上门和来电的法律咨询862批次。", "consultation.count 862"),
    ]);
}

#[test]
fn what_is_no_material() {
    check(&[
        ("拍摄普法宣传微电影3部，推送普法资料26条。", ""),
        ("解读邻里纠纷方面的法律问题35个。", ""),
        ("应急演练、法治论坛等工作2次被市级简报录用。", ""),
    ]);
}
