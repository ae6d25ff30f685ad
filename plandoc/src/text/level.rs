//! Which one level of administration do the words speak of?

use std::sync::LazyLock;

use crate::text::pattern::Regex;

use crate::records::Level;

static COMMUNE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:xã|phường|thị\s+trấn)\b").expect("the pattern of communes compiles")
});

static DISTRICT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:huyện|quận|thị\s+xã)\b").expect("the pattern of districts compiles")
});

static PROVINCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:cấp\s+tỉnh|các\s+sở|sở\s*,|ban\s*,?\s+ngành|(?:UBND|Ủy\s+ban\s+nhân\s+dân|HĐND|Tỉnh\s+ủy|sở|ngành|bệnh\s+viện|công\s+an|quân\s+sự|biên\s+phòng|thanh\s+tra)\s+tỉnh|(?:đầu|điểm)\s+cầu\s+(?:chính\s+)?(?:của\s+|tại\s+)?tỉnh|tại\s+cơ\s+quan\s(?:[^,;.]{0,40}\s)?của\s+tỉnh|(?:tại|của)\s+trung\s+tâm\s+(?:tích\s+hợp\s+dữ\s+liệu|THDL)\b|tỉnh\s*(?:,|và)\s*(?:cấp\s+)?(?:huyện|xã))",
    )
    .expect("the pattern of provincial bodies compiles")
});

/// Words with "xã" that are no commune: a town is a district, "xã hội" is society.
static NO_COMMUNE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:thị\s+xã|xã\s+hội|hợp\s+tác\s+xã|xã\s+viên)\b")
        .expect("the pattern of what is no commune compiles")
});

/// "Từ cấp huyện trở lên" means several.
static UPWARD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:tỉnh|huyện|xã)\s+trở\s+(?:lên|xuống)\b")
        .expect("the pattern of levels upward compiles")
});

/// The one level that the words name; `None` if they name none or several. "Của
/// tỉnh" and "toàn tỉnh" mean the whole province, not its top level.
pub fn level_of(words: &str) -> Option<Level> {
    let province = PROVINCE.is_match(words);
    let district = DISTRICT.is_match(words);
    let commune = COMMUNE.is_match(&NO_COMMUNE.replace_all(words, ""));
    match (province, district, commune) {
        _ if UPWARD.is_match(words) => None,
        (true, false, false) => Some(Level::Province),
        (false, true, false) => Some(Level::District),
        (false, false, true) => Some(Level::Commune),
        _ => None,
    }
}

/// Whether the words name any level, be it one or several.
pub fn names_level(words: &str) -> bool {
    PROVINCE.is_match(words)
        || DISTRICT.is_match(words)
        || COMMUNE.is_match(&NO_COMMUNE.replace_all(words, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_level_is_told() {
        assert_eq!(level_of("hồ sơ công việc tại cấp tỉnh"), Some(Level::Province));
        assert_eq!(level_of("Cổng của các sở, ban, ngành cấp tỉnh"), Some(Level::Province));
        assert_eq!(level_of("Văn phòng UBND tỉnh"), Some(Level::Province));
        assert_eq!(level_of("điểm cầu Công an tỉnh"), Some(Level::Province));
        assert_eq!(level_of("đầu cầu của tỉnh"), Some(Level::Province));
        assert_eq!(level_of("cán bộ tại cơ quan chuyên trách của tỉnh"), Some(Level::Province));
        assert_eq!(level_of("các cơ quan của tỉnh"), None);
        assert_eq!(level_of("đơn vị cấp huyện"), Some(Level::District));
        assert_eq!(level_of("UBND các huyện, thị xã, thành phố"), Some(Level::District));
        assert_eq!(level_of("các xã, phường, thị trấn"), Some(Level::Commune));
        assert_eq!(level_of("cán bộ trạm y tế xã/phường"), Some(Level::Commune));
        assert_eq!(level_of("cán bộ xã"), Some(Level::Commune));
    }

    #[test]
    fn several_levels_are_none() {
        assert_eq!(level_of("từ cấp tỉnh đến cấp xã"), None);
        assert_eq!(level_of("bệnh viện tỉnh, huyện"), None);
        assert_eq!(level_of("cơ quan từ cấp huyện trở lên"), None);
        assert_eq!(level_of("các Sở, ban ngành tỉnh, UBND cấp huyện"), None);
    }

    #[test]
    fn the_whole_province_is_no_level() {
        assert_eq!(level_of("thủ tục của tỉnh"), None);
        assert_eq!(level_of("toàn tỉnh"), None);
        assert_eq!(level_of("phát triển kinh tế - xã hội trên địa bàn tỉnh"), None);
    }
}
