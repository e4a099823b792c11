/// The role of a colour; a theme's [`Palette`] gives it its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The card itself.
    Paper,
    /// Text.
    Text,
    /// Text of less weight.
    Muted,
    /// Hair lines behind the marks.
    Grid,
    /// The band behind our area's row.
    Band,
    /// The benchmark's line.
    Benchmark,
    /// Clearly on the better side.
    Better,
    /// Clearly on the worse side.
    Worse,
    /// A clear gap without a better side.
    Apart,
    /// No clear gap, or not tested.
    Plain,
}

/// A colour as red, green and blue.
pub type Colour = (u8, u8, u8);

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// In the order of [`Ink`].
    pub colours: [Colour; 10],
}

impl Palette {
    /// Dark on light. Text at 4.5:1 or more, marks at 3:1 or more against the paper and the band.
    pub const LIGHT: Palette = Palette {
        colours: [
            (255, 255, 255),
            (11, 12, 12),
            (73, 80, 87),
            (224, 228, 231),
            (234, 241, 248),
            (11, 12, 12),
            (26, 91, 164),
            (168, 68, 7),
            (26, 91, 164),
            (90, 98, 104),
        ],
    };
    /// Light on dark.
    pub const DARK: Palette = Palette {
        colours: [
            (26, 29, 33),
            (243, 245, 246),
            (181, 188, 194),
            (58, 64, 70),
            (38, 51, 66),
            (243, 245, 246),
            (122, 179, 240),
            (245, 162, 93),
            (122, 179, 240),
            (165, 173, 180),
        ],
    };

    /// The colour of a role.
    pub fn of(&self, ink: Ink) -> Colour {
        self.colours[ink as usize]
    }
}

/// Where a text's point lies along it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At its start.
    Start,
    /// At its middle.
    Middle,
    /// At its end.
    End,
}

/// A mark in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // each part is what its name says
pub enum Mark {
    /// A straight line.
    Line { from: (f64, f64), to: (f64, f64), width: f64, ink: Ink },
    /// A filled rectangle.
    Rect { at: (f64, f64), size: (f64, f64), ink: Ink },
    /// A disc; with `open`, a ring filled with that colour.
    Disc { at: (f64, f64), radius: f64, ink: Ink, open: Option<Ink> },
    /// A filled polygon.
    Polygon { points: Vec<(f64, f64)>, ink: Ink },
    /// A line of text, its vertical middle at the point.
    Text { at: (f64, f64), text: String, size: f64, bold: bool, anchor: Anchor, ink: Ink },
}

/// A mark and the row of the table it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The mark.
    pub mark: Mark,
    /// The row, if it stands for one.
    pub row: Option<usize>,
}

/// Where a row can be touched, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Touch {
    /// The row of the table.
    pub row: usize,
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A picture as a list of marks, in painting order.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// The marks.
    pub marks: Vec<Placed>,
    /// Where rows can be touched, one for each plotted row.
    pub touches: Vec<Touch>,
}

impl Scene {
    /// An empty picture.
    pub(super) fn new(width: f64) -> Scene {
        Scene { width, height: 0.0, marks: Vec::new(), touches: Vec::new() }
    }

    /// Adds a mark that stands for no row.
    pub(super) fn add(&mut self, mark: Mark) {
        self.marks.push(Placed { mark, row: None });
    }

    /// Adds a mark that stands for a row.
    pub(super) fn add_for(&mut self, row: usize, mark: Mark) {
        self.marks.push(Placed { mark, row: Some(row) });
    }

    /// A dashed upright line: short lines, as no backend has dashes.
    pub(super) fn dashes(&mut self, x: f64, from: f64, to: f64, width: f64, ink: Ink) {
        let mut y = from;
        while y < to {
            let end = (y + 4.0).min(to);
            self.add(Mark::Line { from: (x, y), to: (x, end), width, ink });
            y += 7.0;
        }
    }
}
