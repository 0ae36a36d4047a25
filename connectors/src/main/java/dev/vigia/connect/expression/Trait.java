package dev.vigia.connect.expression;

/** What is to be known of an expression besides its kind. */
public enum Trait {
    /** Its digits come from arithmetic: they are rounded to the field's scale. Others must fit it as they are. */
    COMPUTED,
    /** It may show what nobody may see; no words are made of its value. */
    SECRET,
    /** It is a salted hash. */
    HASHED,
    /** It is written in the mapping. */
    CONSTANT
}
