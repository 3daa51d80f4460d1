package org.fazhi;

/** The style of the marker of a heading or item. */
public enum Marker implements Coded {
    /** A code this jar does not know. */
    UNKNOWN("unknown"),
    /** 一、 */
    CHINESE("一、"),
    /** （一） */
    CHINESE_PARENTHESISED("（一）"),
    /** 1. */
    ARABIC("1."),
    /** （1） */
    ARABIC_PARENTHESISED("（1）"),
    /** ① */
    CIRCLED("①"),
    /** 一是, 一要, 第一， */
    ITEM("一是");

    static final Marker[] VALUES = values();

    private final String jsonName;

    Marker(String jsonName) {
        this.jsonName = jsonName;
    }

    @Override
    public String jsonName() {
        return jsonName;
    }
}
