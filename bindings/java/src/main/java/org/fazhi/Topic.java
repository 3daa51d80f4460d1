package org.fazhi;

/** What a section or an indicator is about. */
public enum Topic implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** 组织领导, 第一责任人, 法治督察 */
    LEADERSHIP,
    /** 政府职能, 放管服, 营商环境 */
    FUNCTIONS,
    /** 规范性文件, 合法性审核, 立法 */
    RULEMAKING,
    /** 重大行政决策, 法律顾问 */
    DECISIONS,
    /** 行政执法 */
    ENFORCEMENT,
    /** 权力监督, 政务公开, 建议提案 */
    SUPERVISION,
    /** 行政复议, 应诉, 调解, 信访 */
    DISPUTES,
    /** 突发事件, 应急 */
    EMERGENCY,
    /** 法治思维, 学法, 培训 */
    CAPACITY,
    /** 普法 */
    PUBLICITY,
    /** 公共法律服务, 法律援助 */
    LEGAL_SERVICES,
    /** 数字法治政府, 信息化 */
    DIGITAL;

    static final Topic[] VALUES = values();
}
