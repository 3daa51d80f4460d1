package org.fazhi;

/** The level of the reporting body. */
public enum Level implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** 省, 自治区, 直辖市 */
    PROVINCE,
    /** 地级市, 地区, 自治州, 盟 */
    CITY,
    /** 县, 县级市, 市辖区, 旗 */
    COUNTY,
    /** 乡, 镇, 街道 */
    TOWNSHIP,
    /** A department of any level. */
    DEPARTMENT;

    static final Level[] VALUES = values();
}
