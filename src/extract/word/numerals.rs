//! The numbers of automatic numbering in the scripts that Word knows them in.

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::extract) enum Format {
    /// 1 2 3, with zeros before it up to so many digits.
    Decimal(usize),
    /// I II III.
    Roman(Case),
    /// A B … Z AA BB.
    Letters(Case),
    /// One character of a list each, decimal behind its end.
    Listed(&'static str),
    /// So many characters from that one on, decimal behind them.
    From(char, u32),
    /// Digits in decimal places: 一〇二.
    Digits(&'static str),
    /// Spoken numbers: 一百零二.
    Spoken(&'static Spoken),
    /// A mark that is no number.
    Bullet,
    /// Nothing.
    Empty,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::extract) enum Case {
    Upper,
    Lower,
}

/// How numbers are spoken.
#[derive(Debug, PartialEq)]
pub(in crate::extract) struct Spoken {
    /// From naught to nine.
    digits: &'static str,
    /// Ten, hundred and thousand.
    units: &'static str,
    /// Ten thousand.
    myriad: char,
    /// Units that "one" stands before.
    one: One,
    /// Whether gaps are told: 一百零二.
    gaps: bool,
    /// The first number that is written in decimal places instead.
    end: u32,
}

#[derive(Debug, PartialEq)]
enum One {
    /// 一百一十, but 十 at the beginning.
    NotFirstTen,
    /// 壹拾.
    Always,
    /// 百十.
    Never,
}

const IDEOGRAPHS: &str = "〇一二三四五六七八九";

const CHINESE_COUNTING: Spoken =
    Spoken { digits: IDEOGRAPHS, units: "十百千", myriad: '万', one: One::NotFirstTen, gaps: false, end: 100 };
const CHINESE: Spoken = Spoken {
    digits: "零一二三四五六七八九",
    units: "十百千",
    myriad: '万',
    one: One::NotFirstTen,
    gaps: true,
    end: MYRIADS,
};
const TAIWANESE: Spoken = Spoken { myriad: '萬', ..CHINESE };
const JAPANESE: Spoken =
    Spoken { digits: IDEOGRAPHS, units: "十百千", myriad: '万', one: One::Never, gaps: false, end: MYRIADS };
const LEGAL_SIMPLIFIED: Spoken = Spoken {
    digits: "零壹贰叁肆伍陆柒捌玖",
    units: "拾佰仟",
    myriad: '万',
    one: One::Always,
    gaps: true,
    end: MYRIADS,
};
const LEGAL_TRADITIONAL: Spoken = Spoken {
    digits: "零壹貳參肆伍陸柒捌玖",
    units: "拾佰仟",
    myriad: '萬',
    one: One::Always,
    gaps: true,
    end: MYRIADS,
};

/// The first number that would need more than one unit above the thousands.
const MYRIADS: u32 = 100_000_000;

/// The longest Roman number and the longest row of letters, behind which decimal numbers follow.
const ROMAN: u32 = 5_000;
const LETTERS: u32 = 780;

const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// What `w:numFmt` names. All others are written as decimal numbers.
const FORMATS: [(&str, Format); 33] = [
    ("bullet", Format::Bullet),
    ("chineseCounting", Format::Spoken(&CHINESE_COUNTING)),
    ("chineseCountingThousand", Format::Spoken(&CHINESE)),
    ("chineseLegalSimplified", Format::Spoken(&LEGAL_SIMPLIFIED)),
    ("decimal", Format::Decimal(1)),
    ("decimalEnclosedCircle", Format::From('①', 20)),
    ("decimalEnclosedCircleChinese", Format::From('①', 20)),
    ("decimalEnclosedFullstop", Format::From('⒈', 20)),
    ("decimalEnclosedParen", Format::From('⑴', 20)),
    ("decimalFullWidth", Format::Digits(FULL_WIDTH)),
    ("decimalFullWidth2", Format::Digits(FULL_WIDTH)),
    ("decimalZero", Format::Decimal(2)),
    ("ideographDigital", Format::Digits(IDEOGRAPHS)),
    ("ideographEnclosedCircle", Format::From('㊀', 10)),
    ("ideographLegalTraditional", Format::Spoken(&LEGAL_TRADITIONAL)),
    ("ideographTraditional", Format::Listed(STEMS)),
    ("ideographZodiac", Format::Listed(BRANCHES)),
    ("japaneseCounting", Format::Spoken(&JAPANESE)),
    ("japaneseDigitalTenThousand", Format::Digits(IDEOGRAPHS)),
    ("koreanDigital2", Format::Digits(IDEOGRAPHS)),
    ("lowerLetter", Format::Letters(Case::Lower)),
    ("lowerRoman", Format::Roman(Case::Lower)),
    ("none", Format::Empty),
    ("taiwaneseCounting", Format::Spoken(&CHINESE_COUNTING)),
    ("taiwaneseCountingThousand", Format::Spoken(&TAIWANESE)),
    ("taiwaneseDigital", Format::Digits("○一二三四五六七八九")),
    ("upperLetter", Format::Letters(Case::Upper)),
    ("upperRoman", Format::Roman(Case::Upper)),
    // What `w:format` of a custom format shows.
    ("01, 02, 03, ...", Format::Decimal(2)),
    ("001, 002, 003, ...", Format::Decimal(3)),
    ("0001, 0002, 0003, ...", Format::Decimal(4)),
    ("00001, 00002, 00003, ...", Format::Decimal(5)),
    ("①, ②, ③, ...", Format::From('①', 20)),
];

const FULL_WIDTH: &str = "０１２３４５６７８９";

impl Format {
    /// The format of that name.
    pub fn named(name: &str) -> Self {
        FORMATS.iter().find(|(known, _)| *known == name).map_or(Self::Decimal(1), |(_, format)| *format)
    }

    /// Writes a number behind `out`.
    pub fn write(self, number: u32, out: &mut String) {
        match self {
            Self::Roman(case) if (1..ROMAN).contains(&number) => roman(number, case, out),
            Self::Letters(case) if (1..=LETTERS).contains(&number) => letters(number, case, out),
            Self::Listed(list) if (1..=list.chars().count()).contains(&(number as usize)) => {
                out.extend(list.chars().nth(number as usize - 1));
            }
            Self::From(first, count) if (1..=count).contains(&number) => {
                out.extend(char::from_u32(first as u32 + number - 1));
            }
            Self::Digits(digits) => places(number, digits, out),
            Self::Spoken(spoken) if number < spoken.end => spoken.write(number, out),
            Self::Spoken(spoken) => places(number, spoken.digits, out),
            Self::Bullet | Self::Empty => {}
            Self::Decimal(width) => out.push_str(&format!("{number:0width$}")),
            Self::Roman(_) | Self::Letters(_) | Self::Listed(_) | Self::From(..) => out.push_str(&number.to_string()),
        }
    }
}

fn places(number: u32, digits: &str, out: &mut String) {
    out.extend(number.to_string().bytes().filter_map(|digit| digits.chars().nth(usize::from(digit - b'0'))));
}

fn letters(number: u32, case: Case, out: &mut String) {
    let first = if case == Case::Upper { b'A' } else { b'a' };
    let letter = char::from(first + ((number - 1) % 26) as u8);
    out.extend(std::iter::repeat_n(letter, (number as usize - 1) / 26 + 1));
}

fn roman(mut number: u32, case: Case, out: &mut String) {
    const VALUES: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    for (value, letters) in VALUES {
        while number >= value {
            number -= value;
            match case {
                Case::Upper => out.push_str(letters),
                Case::Lower => out.push_str(&letters.to_ascii_lowercase()),
            }
        }
    }
}

impl Spoken {
    fn write(&self, number: u32, out: &mut String) {
        if number == 0 {
            out.extend(self.digits.chars().next());
            return;
        }
        let start = out.len();
        if number >= 10_000 {
            self.below_myriad(number / 10_000, start, out);
            out.push(self.myriad);
        }
        let rest = number % 10_000;
        if self.gaps && number >= 10_000 && rest > 0 && rest < 1000 {
            out.extend(self.digits.chars().next());
        }
        self.below_myriad(rest, start, out);
    }

    fn below_myriad(&self, number: u32, start: usize, out: &mut String) {
        let mut gap = false;
        let mut told = false;
        for (place, divisor) in [1000, 100, 10, 1].into_iter().enumerate() {
            let digit = number / divisor % 10;
            if digit == 0 {
                gap = told;
                continue;
            }
            if gap && self.gaps {
                out.extend(self.digits.chars().next());
            }
            (gap, told) = (false, true);
            let one = match self.one {
                One::Always => true,
                One::NotFirstTen => divisor != 10 || out.len() != start,
                One::Never => false,
            };
            if digit > 1 || divisor == 1 || one {
                out.extend(self.digits.chars().nth(digit as usize));
            }
            out.extend(2_usize.checked_sub(place).and_then(|unit| self.units.chars().nth(unit)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn writes_numbers_as_word_does() {
        let cases: [(&str, &[(u32, &str)]); 17] = [
            ("decimal", &[(1, "1"), (0, "0"), (120, "120")]),
            ("decimalZero", &[(7, "07"), (12, "12")]),
            ("chineseCounting", &[(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (101, "一〇一")]),
            (
                "chineseCountingThousand",
                &[(10, "十"), (12, "十二"), (101, "一百零一"), (110, "一百一十"), (1001, "一千零一")],
            ),
            (
                "chineseCountingThousand",
                &[(2024, "二千零二十四"), (10_000, "一万"), (10_010, "一万零一十"), (100_000, "十万")],
            ),
            ("japaneseCounting", &[(3, "三"), (10, "十"), (21, "二十一"), (101, "百一"), (1100, "千百")]),
            ("chineseLegalSimplified", &[(1, "壹"), (10, "壹拾"), (23, "贰拾叁"), (105, "壹佰零伍")]),
            ("ideographLegalTraditional", &[(2, "貳"), (16, "壹拾陸")]),
            ("ideographDigital", &[(1, "一"), (10, "一〇"), (24, "二四")]),
            ("ideographTraditional", &[(1, "甲"), (10, "癸"), (11, "11")]),
            ("ideographZodiac", &[(1, "子"), (12, "亥"), (13, "13")]),
            ("decimalEnclosedCircle", &[(1, "①"), (20, "⑳"), (21, "21")]),
            ("decimalEnclosedParen", &[(3, "⑶")]),
            ("decimalFullWidth", &[(12, "１２")]),
            ("upperRoman", &[(4, "IV"), (1990, "MCMXC"), (9000, "9000")]),
            ("lowerLetter", &[(1, "a"), (26, "z"), (28, "bb"), (4_000_000_000, "4000000000")]),
            ("001, 002, 003, ...", &[(5, "005")]),
        ];
        for (name, pairs) in cases {
            for (number, text) in pairs {
                let mut out = String::new();
                Format::named(name).write(*number, &mut out);
                assert_eq!(out, *text, "{name} {number}");
            }
        }
    }
}
