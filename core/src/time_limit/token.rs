//! Cuts a text into words, numbers and signs, with the bytes each stands on.

use alloc::vec::Vec;

use super::fold::{self, Folded, fold};

/// The key of a number that cannot be held.
const LONG: u32 = u32::MAX;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word; `key` is that of its folded letters, [`fold::key`].
    Word,
    /// A number; `key` is its value in thousandths, or [`LONG`].
    Number,
    /// A sign; `key` is its ASCII character.
    Sign,
}

/// One word, number or sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) shape: Shape,
    /// Of a word its marks: the shapes of its letters and its one tone. Of a number how many digits
    /// it has before a separator.
    pub(super) marks: u8,
    /// Stands directly after the token before it.
    pub(super) glued: bool,
    /// First on its line.
    pub(super) newline: bool,
    /// Of a word: ends in a capital letter. Of a number: is written with a separator.
    pub(super) flag: bool,
    pub(super) key: u32,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Token {
    /// Whether this is the given sign.
    pub(super) fn is_sign(&self, sign: u8) -> bool {
        self.shape == Shape::Sign && self.key == u32::from(sign)
    }

    /// The key of a word, 0 for what is none.
    pub(super) fn word(&self) -> u32 {
        if self.shape == Shape::Word { self.key } else { 0 }
    }

    /// Whether this is a word with this key.
    pub(super) fn is_word(&self, key: u32) -> bool {
        self.shape == Shape::Word && self.key == key
    }
}

/// A text cut into tokens.
#[derive(Debug)]
pub(super) struct Tokens {
    list: Vec<Token>,
    /// Whether no word of the text has a Vietnamese mark: then marks tell nothing.
    pub(super) bare: bool,
}

impl Tokens {
    /// Cuts a text. One pass, no going back.
    pub(super) fn of(text: &str) -> Self {
        let mut cutter = Cutter {
            list: Vec::with_capacity(text.len() / 5),
            marked: false,
            open: None,
            spaced: true,
            newline: true,
            end: 0,
        };
        for (at, c) in text.char_indices() {
            let at = offset(at);
            let end = at.saturating_add(offset(c.len_utf8()));
            cutter.take(fold(c), at, end);
        }
        cutter.close();
        Self { list: cutter.list, bare: !cutter.marked }
    }

    /// The token at an index.
    pub(super) fn get(&self, index: usize) -> Option<&Token> {
        self.list.get(index)
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The key of the word at an index, 0 if no word stands there.
    pub(super) fn word(&self, index: usize) -> u32 {
        self.list.get(index).map_or(0, Token::word)
    }

    /// Whether the sign stands at an index.
    pub(super) fn sign(&self, index: usize, sign: u8) -> bool {
        self.list.get(index).is_some_and(|t| t.is_sign(sign))
    }

    /// Whether a number stands at an index.
    pub(super) fn number(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|t| t.shape == Shape::Number)
    }

    /// The value in thousandths of the number at an index.
    pub(super) fn value(&self, index: usize) -> Option<u32> {
        self.list.get(index).filter(|t| t.shape == Shape::Number && t.key != LONG).map(|t| t.key)
    }

    /// Whether the words stand one after another from an index on.
    pub(super) fn words(&self, index: usize, words: &[u32]) -> bool {
        let from = self.list.get(index..).unwrap_or_default();
        from.len() >= words.len() && from.iter().zip(words).all(|(t, w)| t.is_word(*w))
    }

    /// Whether the words end directly before an index.
    pub(super) fn words_before(&self, index: usize, words: &[u32]) -> bool {
        index.checked_sub(words.len()).is_some_and(|first| self.words(first, words))
    }

    /// Whether the word at an index has exactly these marks, or the text has none at all.
    pub(super) fn marked(&self, index: usize, marks: u8) -> bool {
        self.bare || self.list.get(index).is_some_and(|t| t.marks == marks)
    }

    /// The first byte of the token at an index; behind the last, that of the last.
    pub(super) fn start(&self, index: usize) -> u32 {
        self.list.get(index).or_else(|| self.list.last()).map_or(0, |t| t.start)
    }

    /// The byte after the last token before an index.
    pub(super) fn end(&self, index: usize) -> u32 {
        index.checked_sub(1).and_then(|last| self.list.get(last)).map_or(0, |t| t.end)
    }
}

/// A byte offset; no text of four gigabytes comes here.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Letters that stand together.
#[derive(Clone, Copy, Default)]
struct Letters {
    key: u32,
    count: u8,
    marks: u8,
}

impl Letters {
    fn push(&mut self, base: u8, marks: u8) {
        self.key = fold::extended(self.key, base);
        self.count = self.count.saturating_add(1);
        self.marks = join(self.marks, marks);
    }
}

/// A word in the making.
#[derive(Clone, Copy)]
struct Word {
    letters: Letters,
    /// Has a vowel, so that it may be a syllable.
    vowel: bool,
    /// The last letter is a capital.
    capital: bool,
    glued: bool,
    newline: bool,
    start: u32,
    foreign: bool,
    /// Where a second syllable may begin: "việcKhông".
    seam: Option<Seam>,
}

/// A word on both sides of a capital inside it.
#[derive(Clone, Copy)]
struct Seam {
    before: Letters,
    /// Where it lies.
    at: u32,
    after: Letters,
}

/// A number in the making.
#[derive(Clone, Copy)]
struct Figure {
    whole: u32,
    /// Decimals read, in thousandths, and the worth of the next.
    part: u32,
    worth: u32,
    digits: u8,
    /// The separator, and how many digits stand after it.
    separator: u8,
    after: u8,
    /// Cannot be a number: a date, a section, or of more than three decimals.
    spoilt: bool,
    /// The last character was a separator; the number ended here before it.
    hanging: Option<u32>,
    hanging_sign: u8,
    glued: bool,
    newline: bool,
    start: u32,
}

#[derive(Clone, Copy)]
enum Open {
    Word(Word),
    Figure(Figure),
}

struct Cutter {
    list: Vec<Token>,
    marked: bool,
    open: Option<Open>,
    spaced: bool,
    newline: bool,
    end: u32,
}

impl Cutter {
    fn take(&mut self, folded: Folded, at: u32, end: u32) {
        match folded {
            Folded::Letter(base, marks, capital) => self.letter(base, marks, capital, at),
            Folded::Foreign => self.foreign(at),
            Folded::Mark(mark) => self.mark(mark),
            Folded::Digit(digit) => self.digit(digit, at),
            Folded::Fraction(part) => self.fraction(part, at, end),
            Folded::Nothing => return,
            Folded::Space(newline) => {
                self.close();
                self.spaced = true;
                self.newline |= newline;
            }
            Folded::Symbol(sign) => {
                if matches!(sign, b'.' | b',')
                    && let Some(Open::Figure(figure)) = &mut self.open
                    && figure.hanging.is_none()
                {
                    figure.hanging = Some(self.end);
                    figure.hanging_sign = sign;
                } else {
                    self.close();
                    self.push(Shape::Sign, u32::from(sign), at, end);
                }
            }
        }
        self.end = end;
    }

    fn letter(&mut self, base: u8, marks: u8, capital: bool, at: u32) {
        self.marked |= marks != 0;
        let vowel = matches!(base, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
        let end = self.end;
        if !matches!(self.open, Some(Open::Word(_))) {
            self.close();
            self.open = Some(Open::Word(Word {
                letters: Letters::default(),
                vowel: false,
                capital,
                glued: !self.spaced,
                newline: self.newline,
                start: at,
                foreign: false,
                seam: None,
            }));
            self.spaced = false;
            self.newline = false;
        }
        if let Some(Open::Word(word)) = &mut self.open {
            let seam = capital && !word.capital && word.vowel && word.letters.count >= 2;
            if seam && word.seam.is_none() {
                word.seam = Some(Seam { before: word.letters, at: end, after: Letters::default() });
            }
            if let Some(seam) = &mut word.seam {
                seam.after.push(base, marks);
            }
            word.letters.push(base, marks);
            word.vowel |= vowel;
            word.capital = capital;
        }
    }

    fn foreign(&mut self, at: u32) {
        self.letter(b'?', 0, false, at);
        if let Some(Open::Word(word)) = &mut self.open {
            word.foreign = true;
        }
    }

    /// A combining mark joins the letter before it; elsewhere it is passed over.
    fn mark(&mut self, mark: u8) {
        if let Some(Open::Word(word)) = &mut self.open {
            word.letters.marks = join(word.letters.marks, mark);
            if let Some(seam) = &mut word.seam {
                seam.after.marks = join(seam.after.marks, mark);
            }
            self.marked |= mark != 0;
        }
    }

    fn digit(&mut self, digit: u8, at: u32) {
        if !matches!(self.open, Some(Open::Figure(_))) {
            self.close();
            self.open = Some(Open::Figure(Figure {
                whole: 0,
                part: 0,
                worth: 100,
                digits: 0,
                separator: 0,
                after: 0,
                spoilt: false,
                hanging: None,
                hanging_sign: 0,
                glued: !self.spaced,
                newline: self.newline,
                start: at,
            }));
            self.spaced = false;
            self.newline = false;
        }
        if let Some(Open::Figure(figure)) = &mut self.open {
            figure.digit(digit);
        }
    }

    fn fraction(&mut self, part: u16, at: u32, end: u32) {
        // "1½" is one number; the thousandths are then added to the whole before it.
        if let Some(Open::Figure(figure)) = &mut self.open
            && figure.separator == 0
            && figure.hanging.is_none()
        {
            figure.part = u32::from(part);
            figure.separator = b',';
            figure.worth = 0;
            self.end = end;
            self.close();
            return;
        }
        self.close();
        self.push(Shape::Number, u32::from(part), at, end);
    }

    fn push(&mut self, shape: Shape, key: u32, start: u32, end: u32) {
        self.list.push(Token {
            shape,
            marks: 0,
            glued: !self.spaced,
            newline: self.newline,
            flag: false,
            key,
            start,
            end,
        });
        self.spaced = false;
        self.newline = false;
    }

    /// Ends the word or number that is open.
    fn close(&mut self) {
        match self.open.take() {
            None => {}
            Some(Open::Word(word)) => self.close_word(&word),
            Some(Open::Figure(figure)) => self.close_figure(&figure),
        }
    }

    fn close_word(&mut self, word: &Word) {
        let token = Token {
            shape: Shape::Word,
            marks: word.letters.marks,
            glued: word.glued,
            newline: word.newline,
            flag: word.capital,
            key: word.letters.key,
            start: word.start,
            end: self.end,
        };
        match word.seam {
            // Two words run together: the second begins with a capital and has letters after it.
            Some(Seam { before, at, after })
                if after.count >= 2 && !word.foreign && !word.capital =>
            {
                self.list.push(Token { key: before.key, marks: before.marks, end: at, ..token });
                self.list.push(Token {
                    key: after.key,
                    marks: after.marks,
                    start: at,
                    glued: true,
                    newline: false,
                    ..token
                });
            }
            _ => self.list.push(token),
        }
    }

    fn close_figure(&mut self, figure: &Figure) {
        let end = figure.hanging.unwrap_or(self.end);
        self.list.push(Token {
            shape: Shape::Number,
            marks: figure.digits,
            glued: figure.glued,
            newline: figure.newline,
            flag: figure.separator != 0,
            key: figure.value(),
            start: figure.start,
            end,
        });
        if figure.hanging.is_some() {
            self.push(Shape::Sign, u32::from(figure.hanging_sign), end, end.saturating_add(1));
        }
    }
}

impl Figure {
    fn digit(&mut self, digit: u8) {
        if self.hanging.take().is_some() {
            if self.separator != 0 && self.after != 3 {
                self.spoilt = true;
            }
            if self.separator != 0 {
                // Groups of three: "1.250.000".
                self.whole = self.whole.saturating_mul(1_000).saturating_add(self.part);
                self.part = 0;
                self.worth = 100;
            }
            self.separator = self.hanging_sign;
            self.after = 0;
        }
        if self.separator == 0 {
            self.whole = self.whole.saturating_mul(10).saturating_add(u32::from(digit));
            self.digits = self.digits.saturating_add(1);
        } else {
            self.part = self.part.saturating_add(u32::from(digit).saturating_mul(self.worth));
            // A fourth decimal that is not zero cannot be held exactly.
            self.spoilt |= self.worth == 0 && digit != 0;
            self.worth /= 10;
            self.after = self.after.saturating_add(1);
        }
    }

    /// The value in thousandths.
    fn value(&self) -> u32 {
        if self.spoilt {
            return LONG;
        }
        let grouped = self.separator == b'.' && self.after == 3 && self.whole != 0;
        if grouped {
            self.whole.saturating_mul(1_000).saturating_add(self.part).saturating_mul(1_000)
        } else {
            self.whole.saturating_mul(1_000).saturating_add(self.part)
        }
    }
}

/// Joins the marks of the letters of one syllable: shapes add up, the tone is the last one seen.
const fn join(marks: u8, more: u8) -> u8 {
    let tone = if more & !fold::SHAPES == 0 { marks & !fold::SHAPES } else { more & !fold::SHAPES };
    fold::both(fold::both(marks, more) & fold::SHAPES, tone)
}
