//! Folding of Vietnamese letters: base letter, shape and tone, the same for composed (NFC) and
//! decomposed (NFD) text.

use alloc::string::String;

/// No shape of its own: a, e, i, o, u, y.
const PLAIN: u8 = 0;
/// The hat of â, ê, ô.
pub(super) const CIRCUMFLEX: u8 = 1;
/// The bowl of ă.
pub(super) const BREVE: u8 = 2;
/// The horn of ơ, ư.
pub(super) const HORN: u8 = 4;
/// The bar of đ.
pub(super) const STROKE: u8 = 8;
/// The bits of the shapes; those above are of the tone.
pub(super) const SHAPES: u8 = 0b1111;
/// Thanh ngang: no mark of tone.
const LEVEL: u8 = 0;
/// Dấu huyền.
pub(super) const GRAVE: u8 = 16;
/// Dấu sắc.
pub(super) const ACUTE: u8 = 32;
/// Dấu hỏi.
pub(super) const HOOK: u8 = 48;
/// Dấu ngã.
pub(super) const TILDE: u8 = 64;
/// Dấu nặng.
pub(super) const DOT: u8 = 80;

/// A shape and a tone, or the marks of two letters. They have no bit in common, so that no test can
/// tell `|` from `^` where it is written out.
pub(super) const fn both(one: u8, other: u8) -> u8 {
    one | other
}

/// What one character is to the tokenizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folded {
    /// A letter: its lower-case ASCII base, its marks, and whether it is a capital.
    Letter(u8, u8, bool),
    /// A combining mark that belongs to the letter before it.
    Mark(u8),
    /// A letter of another alphabet.
    Foreign,
    /// An ASCII digit, by value.
    Digit(u8),
    /// A vulgar fraction, in thousandths.
    Fraction(u16),
    /// White space of any kind; `true` for a line break.
    Space(bool),
    /// A character without width, which is passed over.
    Nothing,
    /// Punctuation, variants mapped to one ASCII character; a quote for all the rest.
    Symbol(u8),
}

/// The letters that bear a tone: the base, the shape, and how they are written in each tone.
const TONED: [(u8, u8, [char; 6]); 12] = [
    (b'a', PLAIN, ['a', 'à', 'á', 'ả', 'ã', 'ạ']),
    (b'a', CIRCUMFLEX, ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ']),
    (b'a', BREVE, ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ']),
    (b'e', PLAIN, ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ']),
    (b'e', CIRCUMFLEX, ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ']),
    (b'i', PLAIN, ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị']),
    (b'o', PLAIN, ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ']),
    (b'o', CIRCUMFLEX, ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ']),
    (b'o', HORN, ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ']),
    (b'u', PLAIN, ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ']),
    (b'u', HORN, ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự']),
    (b'y', PLAIN, ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']),
];
const TONES: [u8; 6] = [LEVEL, GRAVE, ACUTE, HOOK, TILDE, DOT];

// The two blocks of Unicode in which they stand.
const LATIN: u32 = 'à' as u32;
const LATIN_END: u32 = 'ư' as u32 + 1;
const VIETNAMESE: u32 = 'ạ' as u32;
const VIETNAMESE_END: u32 = 'ỹ' as u32 + 1;
const BLOCKS: usize = (LATIN_END - LATIN + VIETNAMESE_END - VIETNAMESE) as usize;

/// The letters of [`TONED`] by their place in the first block, then in the second; a base of 0 is no
/// letter.
#[expect(clippy::indexing_slicing, reason = "what lies outside does not compile in a constant")]
const LETTERS: [(u8, u8); BLOCKS] = {
    let mut table = [(0, 0); BLOCKS];
    let mut rows: &[(u8, u8, [char; 6])] = &TONED;
    while let Some(((base, shape, letters), rest)) = rows.split_first() {
        let mut tone = 0;
        while tone < TONES.len() {
            if let Some(place) = place(letters[tone]) {
                table[place] = (*base, both(*shape, TONES[tone]));
            }
            tone += 1;
        }
        rows = rest;
    }
    table
};

/// Where a letter stands in [`LETTERS`].
const fn place(letter: char) -> Option<usize> {
    match letter as u32 {
        code @ LATIN..LATIN_END => Some(code.wrapping_sub(LATIN) as usize),
        code @ VIETNAMESE..VIETNAMESE_END => {
            Some(code.wrapping_sub(VIETNAMESE).wrapping_add(LATIN_END - LATIN) as usize)
        }
        _ => None,
    }
}

/// The Vietnamese letters beyond ASCII, by their small form.
fn composed(small: char) -> Option<(u8, u8)> {
    // Eth is often typed for the Vietnamese letter.
    if matches!(small, 'đ' | 'ð') {
        return Some((b'd', STROKE));
    }
    LETTERS.get(place(small)?).copied().filter(|(base, _)| *base != 0)
}

/// Folds one character.
pub(crate) fn fold(c: char) -> Folded {
    match c {
        'a'..='z' => Folded::Letter(ascii(c), 0, false),
        'A'..='Z' => Folded::Letter(ascii(c.to_ascii_lowercase()), 0, true),
        '0'..='9' => Folded::Digit(ascii(c) & 0x0f),
        ' ' | '\t' => Folded::Space(false),
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Folded::Space(true),
        '!'..='~' => Folded::Symbol(ascii(c)),
        '\u{300}' | '\u{340}' => Folded::Mark(GRAVE),
        '\u{301}' | '\u{341}' => Folded::Mark(ACUTE),
        '\u{303}' => Folded::Mark(TILDE),
        '\u{309}' => Folded::Mark(HOOK),
        '\u{323}' => Folded::Mark(DOT),
        '\u{302}' => Folded::Mark(CIRCUMFLEX),
        '\u{306}' => Folded::Mark(BREVE),
        '\u{31b}' => Folded::Mark(HORN),
        '\u{335}' => Folded::Mark(STROKE),
        '\u{300}'..='\u{36f}' => Folded::Mark(0),
        '½' => Folded::Fraction(500),
        '¼' => Folded::Fraction(250),
        '¾' => Folded::Fraction(750),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '÷' => Folded::Symbol(b'-'),
        '•' | '·' | '●' | '▪' | '◦' | '\u{f0b7}' => Folded::Symbol(b'*'),
        '（' => Folded::Symbol(b'('),
        '）' => Folded::Symbol(b')'),
        '，' => Folded::Symbol(b','),
        '：' => Folded::Symbol(b':'),
        '；' => Folded::Symbol(b';'),
        '≤' => Folded::Symbol(b'<'),
        '≥' => Folded::Symbol(b'>'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Folded::Nothing,
        // How the sign before them is to be drawn.
        '\u{fe00}'..='\u{fe0f}' => Folded::Nothing,
        // The full-width digits of East Asian keyboards.
        '０'..='９' => Folded::Digit(low_byte(u32::from(c) & 0x0f)),
        _ => other(c),
    }
}

/// Folds what is neither ASCII nor one of the usual signs.
fn other(c: char) -> Folded {
    if let Some((base, marks)) = composed(c) {
        return Folded::Letter(base, marks, false);
    }
    if c.is_whitespace() {
        return Folded::Space(false);
    }
    if is_sign(c) {
        return Folded::Symbol(b'"');
    }
    match composed(small(c)) {
        Some((base, marks)) => Folded::Letter(base, marks, true),
        None => Folded::Foreign,
    }
}

/// Whether a character is a sign, not a letter or digit of another alphabet, by the blocks of Unicode.
/// The standard library knows each character for itself; its tables weigh more than the grammar in a
/// browser.
const fn is_sign(c: char) -> bool {
    matches!(c,
        // What controls a terminal or the layout of a document, and the signs of Latin-1.
        '\0'..='©' | '«'..='±' | '´' | '¶'..='¸' | '»' | '¿' | '×' | '÷'
        // Accents that stand alone, punctuation, currencies, marks that combine with signs.
        | '\u{2c2}'..='\u{2c5}' | '\u{2d2}'..='\u{2df}'
        | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20ff}'
        // Abbreviations, arrows, mathematics, boxes and shapes, but not digits in circles.
        | '℃' | '№' | '™' | '\u{2190}'..='\u{245f}' | '\u{2500}'..='\u{2775}' | '\u{2794}'..='\u{2bff}'
        // More punctuation, and that of East Asia.
        | '\u{2e00}'..='\u{2e7f}' | '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '・'
        | '\u{fe10}'..='\u{fe6f}' | '！'..='／' | '：'..='＠' | '［'..='｀' | '｛'..='･' | '￠'..='￮'
        // What fonts and broken files have of their own.
        | '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}'
        // Pictures and flags.
        | '\u{1f000}'..='\u{1faff}'
    )
}

/// The small form of a Vietnamese capital; any other character as it is. The case tables of the
/// standard library hold all alphabets, and weigh more than the grammar in a browser.
fn small(c: char) -> char {
    let code = u32::from(c);
    let small = match c {
        'Đ' | 'Ð' | 'Ɖ' => return 'đ',
        'À'..='Ý' => code.wrapping_add(0x20),
        'Ơ' => return 'ơ',
        'Ư' => return 'ư',
        'Ă' | 'Ĩ' | 'Ũ' | 'Ạ'..='ỹ' => code | 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// The byte of an ASCII character.
fn ascii(c: char) -> u8 {
    low_byte(u32::from(c))
}

/// The lowest byte of a number.
fn low_byte(number: u32) -> u8 {
    number.to_le_bytes().first().copied().unwrap_or(0)
}

/// The key of a word that is none of the language: of more than seven letters, or with a letter
/// that Vietnamese does not write.
const STRANGE: u32 = u32::MAX;

/// A key with one more letter behind it.
pub(super) const fn extended(key: u32, letter: u8) -> u32 {
    // The letters are the digits of a number to the base 23, none of them 0; seven of them fit.
    const MOST_BEFORE: u32 = 23_u32.pow(6);
    let digit = match letter {
        b'a'..=b'e' => letter.wrapping_sub(b'a' - 1),
        b'g'..=b'i' => letter.wrapping_sub(b'g' - 6),
        b'k'..=b'v' => letter.wrapping_sub(b'k' - 9),
        b'x' | b'y' => letter.wrapping_sub(b'x' - 21),
        _ => return STRANGE,
    };
    if key < MOST_BEFORE { key.wrapping_mul(23).wrapping_add(digit as u32) } else { STRANGE }
}

/// A folded word packed into one integer, so that words compare at once: 0 for no word, and one key
/// for all words that are none of the language.
///
/// `key("ngay")` is the key of "ngày", "NGAY" and "ngáy" alike.
pub(super) const fn key(word: &str) -> u32 {
    let mut key = 0;
    let mut rest = word.as_bytes();
    while let Some((byte, tail)) = rest.split_first() {
        key = extended(key, *byte);
        rest = tail;
    }
    debug_assert!(key != STRANGE, "it would be found in any strange word");
    key
}

/// Words without marks and capitals, one space between them.
pub(crate) fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        let letter = match fold(c) {
            Folded::Letter(base, _, _) => char::from(base),
            Folded::Digit(_) | Folded::Foreign | Folded::Fraction(_) => c,
            Folded::Space(_) | Folded::Symbol(_) => {
                gap = true;
                continue;
            }
            Folded::Mark(_) | Folded::Nothing => continue,
        };
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_has_its_shape_and_tone_composed_and_decomposed() {
        // Each row: how the letters are written without a tone, and their tones in this order.
        let rows = [
            ("aàáảãạ", b'a', PLAIN),
            ("âầấẩẫậ", b'a', CIRCUMFLEX),
            ("ăằắẳẵặ", b'a', BREVE),
            ("eèéẻẽẹ", b'e', PLAIN),
            ("êềếểễệ", b'e', CIRCUMFLEX),
            ("iìíỉĩị", b'i', PLAIN),
            ("oòóỏõọ", b'o', PLAIN),
            ("ôồốổỗộ", b'o', CIRCUMFLEX),
            ("ơờớởỡợ", b'o', HORN),
            ("uùúủũụ", b'u', PLAIN),
            ("ưừứửữự", b'u', HORN),
            ("yỳýỷỹỵ", b'y', PLAIN),
            ("đ", b'd', STROKE),
        ];
        let tones = [
            (LEVEL, None),
            (GRAVE, Some('\u{300}')),
            (ACUTE, Some('\u{301}')),
            (HOOK, Some('\u{309}')),
            (TILDE, Some('\u{303}')),
            (DOT, Some('\u{323}')),
        ];
        let shapes =
            [(CIRCUMFLEX, '\u{302}'), (BREVE, '\u{306}'), (HORN, '\u{31b}'), (STROKE, '\u{335}')];
        for (letters, base, shape) in rows {
            for (letter, (tone, combining)) in letters.chars().zip(tones) {
                assert_eq!(fold(letter), Folded::Letter(base, shape | tone, false), "{letter}");
                let capital = letter.to_uppercase().next().unwrap();
                assert_eq!(fold(capital), Folded::Letter(base, shape | tone, true), "{capital}");
                if let Some(combining) = combining {
                    assert_eq!(fold(combining), Folded::Mark(tone));
                }
            }
        }
        for (shape, combining) in shapes {
            assert_eq!(fold(combining), Folded::Mark(shape));
        }
        // The marks that Unicode has twice, and one that is no Vietnamese one.
        assert_eq!(fold('\u{340}'), Folded::Mark(GRAVE));
        assert_eq!(fold('\u{341}'), Folded::Mark(ACUTE));
        assert_eq!(fold('\u{308}'), Folded::Mark(0));
    }

    #[test]
    fn a_key_tells_words_of_seven_letters_apart_and_no_others() {
        let letters = "abcdeghiklmnopqrstuvxy";
        let mut keys: Vec<u32> = letters.chars().map(|letter| key(&letter.to_string())).collect();
        keys.dedup();
        assert_eq!(keys, (1..=22).collect::<Vec<_>>());
        assert_eq!(key("ba"), 2 * 23 + 1);
        assert_ne!(key("ab"), key("ba"));
        // The largest there is, and what is none.
        let largest = key("yyyyyyy");
        assert_eq!(largest, 23_u32.pow(7) - 1);
        assert_ne!(largest, STRANGE);
        for more in [b'a', b'y', b'?'] {
            assert_eq!(extended(largest, more), STRANGE);
            assert_eq!(extended(key("aaaaaaa"), more), STRANGE);
            assert_eq!(extended(STRANGE, more), STRANGE);
        }
        for strange in [b'f', b'j', b'w', b'z', b'?', b'`', b'{'] {
            assert_eq!(extended(0, strange), STRANGE);
        }
    }

    #[test]
    fn signs_digits_and_spaces_are_taken_for_their_plain_forms() {
        for (signs, plain) in [
            ("‐‑‒–—―−÷", b'-'),
            ("•·●▪◦\u{f0b7}", b'*'),
            ("（", b'('),
            ("）", b')'),
            ("，", b','),
            ("：", b':'),
            ("；", b';'),
            ("≤", b'<'),
            ("≥", b'>'),
            ("“”«»…§", b'"'),
            ("~", b'~'),
            ("!", b'!'),
        ] {
            for sign in signs.chars() {
                assert_eq!(fold(sign), Folded::Symbol(plain), "{sign}");
            }
        }
        for (digits, value) in [("0０", 0), ("7７", 7), ("9９", 9)] {
            for digit in digits.chars() {
                assert_eq!(fold(digit), Folded::Digit(value), "{digit}");
            }
        }
        for (fraction, thousandths) in [('¼', 250), ('½', 500), ('¾', 750)] {
            assert_eq!(fold(fraction), Folded::Fraction(thousandths));
        }
        for line_break in ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'] {
            assert_eq!(fold(line_break), Folded::Space(true));
        }
        for space in [' ', '\t', '\u{a0}', '\u{3000}', '\u{2009}'] {
            assert_eq!(fold(space), Folded::Space(false));
        }
        for nothing in ['\u{ad}', '\u{200b}', '\u{200f}', '\u{2060}', '\u{fe0f}', '\u{feff}'] {
            assert_eq!(fold(nothing), Folded::Nothing);
        }
        assert_eq!(words(" Số 5/2020（Đất-đai）½ Ж"), "so 5 2020 dat dai ½ Ж");
    }

    #[test]
    fn signs_are_those_of_the_standard_library_in_the_blocks_in_use() {
        let blocks = [
            // ASCII, Latin, Greek, Cyrillic; Thai, Lao, Khmer; more of Latin and Greek.
            ('\0'..='¶'),
            ('¸'..='\u{2c5}'),
            ('\u{3a3}'..='\u{3f5}'),
            ('\u{400}'..='\u{481}'),
            ('\u{e01}'..='\u{e30}'),
            ('\u{1780}'..='\u{17b3}'),
            ('\u{1e00}'..='\u{1f15}'),
            // Punctuation, currencies, arrows, mathematics, boxes and shapes.
            ('\u{2000}'..='\u{206f}'),
            ('\u{20a0}'..='\u{20c0}'),
            ('\u{2160}'..='\u{2188}'),
            ('\u{2190}'..='\u{23ff}'),
            ('\u{2460}'..='\u{249b}'),
            ('\u{2500}'..='\u{2bff}'),
            // Punctuation, letters and full-width forms of East Asia.
            ('\u{3001}'..='\u{3020}'),
            ('\u{3041}'..='\u{3096}'),
            ('\u{30a1}'..='\u{30fe}'),
            ('\u{4e00}'..='\u{9fff}'),
            ('\u{ac00}'..='\u{d7a3}'),
            ('\u{ff01}'..='\u{ffbe}'),
            // Pictures.
            ('\u{1f300}'..='\u{1faff}'),
        ];
        let signs: String = blocks
            .into_iter()
            .flatten()
            // `fold` has read what is of ASCII before.
            .filter(|c| !c.is_whitespace() && !c.is_ascii_graphic())
            .filter(|c| is_sign(*c) == c.is_alphanumeric())
            .collect();
        assert_eq!(signs, "");
        assert!("℃№™￠￮🇻🇳".chars().all(is_sign));
    }

    #[test]
    fn capitals_are_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            let lower = c.to_lowercase().next().unwrap();
            if lower != c && c.is_alphanumeric() && c != '\u{189}' {
                assert_eq!(composed(small(c)), composed(lower), "{c}");
            }
        }
        assert_eq!(fold('Ữ'), Folded::Letter(b'u', HORN | TILDE, true));
        assert_eq!(fold('\u{189}'), Folded::Letter(b'd', STROKE, true));
        assert_eq!(fold('Ж'), Folded::Foreign);
    }
}
