//! Radicals and compatibility characters to the characters that people mean.
//!
//! A glyph of a font often serves an ideograph and the radical of the same shape, and many producers of PDF note the radical: ⼀、 is no
//! heading. Normalisation form KC is not enough: it leaves nearly all of the supplement as it is and takes ⼾ and ⾒ for their
//! traditional forms. In a report in simplified characters a radical stands for the simplified one.

/// What stands for U+2E80 to U+2EF3, the supplement, in order.
const SUPPLEMENT: &str = "\
     ⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛\
     犭王𤴔目示礻𥫗纟纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑\
     钅长镸长门𨸏阝雨青韦页风飞食𩙿饣饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟";

/// What stands for U+2F00 to U+2FD5, the radicals of the Kangxi dictionary, in order.
const KANGXI: &str = "\
     一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀\
     寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋\
     比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
     缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾见角言谷豆豕豸贝赤走足身车辛\
     辰辵邑酉釆里金长门阜隶隹雨青非面革韦韭音页风飞食首香马骨高髟斗鬯鬲鬼鱼鸟卤鹿麦麻\
     黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠";

/// What stands for U+F900 to U+FA0B, second codes of the same characters, in order.
const SECOND_CODES: &str = "\
     豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟\
     廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累\
     縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮\
     兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈\
     裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉\
     杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
     藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓";

/// The first code of each block, and what stands for it and those behind it.
const BLOCKS: [(char, &str); 3] = [('\u{2E80}', SUPPLEMENT), ('\u{2F00}', KANGXI), ('\u{F900}', SECOND_CODES)];

/// The character that `ch` stands for; most stand for themselves.
pub(in crate::extract) fn folded(ch: char) -> char {
    if !matches!(ch, '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FA0B}') {
        return ch;
    }
    let block = BLOCKS.iter().rev().find(|(first, _)| *first <= ch);
    block.and_then(|(first, targets)| targets.chars().nth(ch as usize - *first as usize)).unwrap_or(ch)
}

#[cfg(test)]
mod tests {
    use super::{KANGXI, SECOND_CODES, SUPPLEMENT, folded};

    #[test]
    fn each_code_has_its_target() {
        assert_eq!(SUPPLEMENT.chars().count(), 0x2EF3 - 0x2E80 + 1);
        assert_eq!(KANGXI.chars().count(), 0x2FD5 - 0x2F00 + 1);
        assert_eq!(SECOND_CODES.chars().count(), 0xFA0B - 0xF900 + 1);
        let text: String = "⼀、⼆⼗⽂⾏⻣⼾⾒⻅⻋⻓⻔龜行政".chars().map(folded).collect();
        assert_eq!(text, "一、二十文行骨户见见车长门龟行政".replace('龟', "龜"));
        assert_eq!(
            ['a', '，', '\u{2E9A}', '\u{2FD6}', '\u{FA0C}'].map(folded),
            ['a', '，', '\u{2E9A}', '\u{2FD6}', '\u{FA0C}']
        );
    }
}
