//! Names of administrative divisions: the table of real ones, and what a name says of its level.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Level;

/// Endings of zones, which have an administration and are no divisions.
const ZONES: &[&str] = &[
    "开发区",
    "高新区",
    "经开区",
    "新区",
    "园区",
    "示范区",
    "保税区",
    "度假区",
    "风景区",
    "风景名胜区",
    "景区",
    "管理区",
    "实验区",
    "合作区",
    "产业区",
    "工业区",
    "自贸区",
    "试验区",
    "生态城",
    "科学城",
    "新城",
    "农场",
    "林场",
    "工业园",
    "科技园",
    "产业园",
];

/// Kinds of divisions in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Province,
    City,
    County,
}

static TABLE: LazyLock<HashMap<&'static str, Kind>> = LazyLock::new(|| {
    let mut table = HashMap::with_capacity(4096);
    for line in include_str!("divisions.txt").lines().filter(|line| !line.starts_with('#')) {
        for (column, names) in line.split('|').enumerate() {
            let kind = match column {
                0 => Kind::Province,
                1 => Kind::City,
                _ => Kind::County,
            };
            for name in names.split_whitespace().filter(|&name| name != "-") {
                table.entry(name).or_insert(kind);
            }
        }
    }
    table
});

/// Whether `name` is a real division from county level up.
pub(super) fn is_known(name: &str) -> bool {
    TABLE.contains_key(name)
}

/// Whether `stem` is a real division without its ending.
pub(super) fn is_short(stem: &str) -> bool {
    ["市", "省", "县", "自治区", "地区"].iter().any(|ending| is_known(&[stem, ending].concat()))
}

/// Whether `name` ends like a zone and is no division of the table.
pub(super) fn is_zone(name: &str) -> bool {
    ZONES.iter().any(|zone| name.ends_with(zone)) && !is_known(name)
}

/// What the name alone says of a division's level. `parent` is the name before it in the chain, if there is one.
pub(super) fn level_of(name: &str, parent: Option<&str>) -> Option<Level> {
    match TABLE.get(name) {
        Some(Kind::Province) => return Some(Level::Province),
        Some(Kind::City) => return Some(Level::City),
        Some(Kind::County) => return Some(Level::County),
        None => {}
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends(&["自治区", "省", "特别行政区"]) {
        Some(Level::Province)
    } else if ends(&["自治州", "州", "盟", "地区"]) {
        Some(Level::City)
    } else if ends(&["街道", "镇", "乡", "苏木"]) {
        Some(Level::Township)
    } else if ends(&["县", "区", "旗"]) {
        Some(Level::County)
    } else if ends(&["市"]) {
        let under_a_city =
            parent.is_some_and(|parent| ["市", "州", "地区", "盟"].iter().any(|ending| parent.ends_with(ending)));
        under_a_city.then_some(Level::County)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{is_known, is_zone, level_of};
    use crate::front::Level;

    #[test]
    fn levels() {
        assert_eq!(level_of("青岚县", None), Some(Level::County));
        assert_eq!(level_of("云汀市", None), None);
        assert_eq!(level_of("白石市", Some("云汀市")), Some(Level::County));
        assert_eq!(level_of("江南省", None), Some(Level::Province));
        assert_eq!(level_of("长汐街道", None), Some(Level::Township));
        assert_eq!(level_of("巴颜州", None), Some(Level::City));
        assert!(is_zone("云汀高新区") && !is_zone("松泽区"));
        assert!(!is_known("云汀市"));
    }

    #[test]
    fn the_table_is_sound() {
        let (mut lines, mut names) = (0, 0);
        for line in include_str!("divisions.txt").lines().filter(|line| !line.starts_with('#')) {
            lines += 1;
            assert_eq!(line.split('|').count(), 4, "{line}");
            for name in line.split('|').flat_map(str::split_whitespace).filter(|&name| name != "-") {
                names += 1;
                assert!(is_known(name) && name.chars().count() >= 2, "{name}");
            }
        }
        assert_eq!(lines, 35);
        assert!(names > 3_200, "{names}");
    }
}
