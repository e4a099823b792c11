use super::width::Face;
use crate::view::{Shape, Tone};

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
    /// The edge of the band. Seen only where a theme gives the band no colour of its own, as forced colours do.
    Edge,
}

/// A colour as red, green and blue.
pub type Colour = (u8, u8, u8);

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// In the order of [`Ink`], without the edge, which borrows.
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
        let same = self.colours[Ink::Band as usize] == self.colours[Ink::Paper as usize];
        let ink = match ink {
            Ink::Edge if same => Ink::Muted,
            Ink::Edge => Ink::Band,
            other => other,
        };
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
pub struct Mark {
    /// Its point: of a box the top left corner, of a text where its anchor says, otherwise the middle.
    pub at: (f64, f64),
    /// Its colour's role.
    pub ink: Ink,
    /// What is drawn there.
    pub form: Form,
}

/// What a mark is. Level and upright lines are boxes.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // each part is what its name says
pub enum Form {
    /// A filled box.
    Box { width: f64, height: f64 },
    /// A filled disc.
    Disc { radius: f64 },
    /// A filled triangle that points to the right, or to the left where its reach is negative.
    Triangle { reach: f64 },
    /// A line from corner to corner, each as far from the point as it says.
    #[cfg(more)]
    Path { corners: Vec<(f64, f64)>, stroke: f64 },
    /// A filled shape between corners, each as far from the point as it says.
    #[cfg(more)]
    Filled { corners: Vec<(f64, f64)> },
    /// A line of text, its vertical middle at the point.
    Text { text: String, size: f64, bold: bool, anchor: Anchor },
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
    pub marks: Vec<Mark>,
    /// Where rows can be touched, one for each plotted row.
    pub touches: Vec<Touch>,
}

impl Scene {
    /// An empty picture.
    pub(super) fn new(width: f64) -> Scene {
        Scene { width, height: 0.0, marks: Vec::new(), touches: Vec::new() }
    }

    pub(super) fn add(&mut self, x: f64, y: f64, ink: Ink, form: Form) {
        self.marks.push(Mark { at: (x, y), ink, form });
    }

    pub(super) fn block(&mut self, x: f64, y: f64, width: f64, height: f64, ink: Ink) {
        self.add(x, y, ink, Form::Box { width, height });
    }

    pub(super) fn text(&mut self, x: f64, y: f64, ink: Ink, text: String, face: Face, anchor: Anchor) {
        self.add(x, y, ink, Form::Text { text, size: face.size, bold: face.bold, anchor });
    }

    /// The shape that says direction, in the colour that says judgement. A ring is a disc on a disc.
    pub(super) fn shape(&mut self, x: f64, y: f64, shape: Shape, tone: Tone, radius: f64, ground: Ink) {
        let ink = tone_ink(tone);
        match shape {
            Shape::Higher => self.add(x, y, ink, Form::Triangle { reach: radius }),
            Shape::Lower => self.add(x, y, ink, Form::Triangle { reach: -radius }),
            Shape::Unclear => {
                self.add(x, y, ink, Form::Disc { radius });
                self.add(x, y, ground, Form::Disc { radius: radius * 0.64 });
            }
            Shape::Untested => {
                let side = radius * 1.3;
                self.block(x - side / 2.0, y - side / 2.0, side, side, ink);
            }
            #[cfg(more)]
            other => self.shape_over_time(x, y, other, ink, radius),
        }
    }
}

/// What only the pictures of the views other than compare are made of.
#[cfg(more)]
impl Scene {
    fn shape_over_time(&mut self, x: f64, y: f64, shape: Shape, ink: Ink, radius: f64) {
        let back = 0.8 * radius;
        match shape {
            Shape::Above => self.filled(x, y, ink, vec![(-radius, back), (radius, back), (0.0, -radius)]),
            Shape::Below => self.filled(x, y, ink, vec![(-radius, -back), (radius, -back), (0.0, radius)]),
            Shape::Diamond => {
                self.filled(x, y, ink, vec![(-radius, 0.0), (0.0, -radius), (radius, 0.0), (0.0, radius)]);
            }
            Shape::Dashes => {
                for at in [-6.0, 1.0] {
                    self.block(x + at, y - 1.0, 5.0, 2.0, ink);
                }
            }
            Shape::Band => {
                self.block(x - 6.0, y - 5.0, 12.0, 10.0, Ink::Plain);
                self.block(x - 6.0, y - 4.0, 12.0, 8.0, Ink::Band);
            }
            Shape::Half | Shape::HalfAbove | Shape::HalfBelow => {
                // One half of the disc is full, the other, to the right, below or above, open.
                self.add(x, y, ink, Form::Disc { radius });
                let turned = |(across, down): (f64, f64)| match shape {
                    Shape::HalfAbove => (down, across),
                    Shape::HalfBelow => (down, -across),
                    _ => (across, down),
                };
                let corners = half_disc(radius * 0.64).into_iter().map(turned).collect();
                self.filled(x, y, Ink::Paper, corners);
            }
            Shape::Stroke => self.block(x - radius, y - 1.0, 2.0 * radius, 2.0, ink),
            Shape::Upright => self.block(x - 1.0, y - 6.0, 2.0, 12.0, ink),
            Shape::Square => {
                let side = radius * 1.6;
                self.block(x - side / 2.0, y - side / 2.0, side, side, ink);
            }
            _ => self.add(x, y, ink, Form::Disc { radius }),
        }
    }

    pub(super) fn filled(&mut self, x: f64, y: f64, ink: Ink, corners: Vec<(f64, f64)>) {
        self.add(x, y, ink, Form::Filled { corners });
    }

    /// A line through points.
    pub(super) fn path(&mut self, points: &[(f64, f64)], ink: Ink, stroke: f64) {
        let Some(&(x, y)) = points.first() else { return };
        let corners = points.iter().map(|point| (point.0 - x, point.1 - y)).collect();
        self.add(x, y, ink, Form::Path { corners, stroke });
    }

    /// A dashed line through points; its dashes go on around corners.
    pub(super) fn dashes(&mut self, points: &[(f64, f64)], ink: Ink, stroke: f64) {
        const ON: f64 = 5.0;
        const OFF: f64 = 4.0;
        let mut done = 0.0;
        for pair in points.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let (across, down) = (to.0 - from.0, to.1 - from.1);
            let length = (across * across + down * down).sqrt();
            let at = |along: f64| {
                let share = along / length.max(f64::MIN_POSITIVE);
                (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1))
            };
            // Where the dash stands that reaches into this stretch, counted from its start.
            let mut start = -(done % (ON + OFF));
            while start < length {
                if start + ON > 0.0 {
                    self.path(&[at(start.max(0.0)), at((start + ON).min(length))], ink, stroke);
                }
                start += ON + OFF;
            }
            done += length;
        }
    }
}

/// The colour's role of a judgement.
pub(super) fn tone_ink(tone: Tone) -> Ink {
    [Ink::Better, Ink::Worse, Ink::Apart, Ink::Plain][tone as usize]
}

/// The right half of a disc as corners.
#[cfg(more)]
fn half_disc(radius: f64) -> Vec<(f64, f64)> {
    const STEPS: i32 = 8;
    let mut corners = Vec::new();
    for step in -STEPS..=STEPS {
        let down = f64::from(step) / f64::from(STEPS);
        corners.push((radius * (1.0 - down * down).max(0.0).sqrt(), radius * down));
    }
    corners
}
