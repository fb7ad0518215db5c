//! The colours of pages and mails, in a light and a dark scheme: the built-in ones, or those that follow from one colour of
//! the operator's, so that everything stays legible whatever that colour is.

use std::fmt;
use std::str::FromStr;

use csscolorparser::Color;

/// The least contrast of text with what is behind it (WCAG 2.2, 1.4.3).
pub const TEXT_CONTRAST: f32 = 4.5;

/// The least contrast of the outline of a control with what is beside it (WCAG 2.2, 1.4.11).
pub const CONTROL_CONTRAST: f32 = 3.0;

/// Below this chroma a colour is a grey, which has no hue to keep.
const GREY: f32 = 0.03;

/// How much lighter or darker, of 1, something becomes under the pointer.
const HOVER: f32 = 0.07;

/// The colours of both schemes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    pub light: Palette,
    pub dark: Palette,
}

/// The colours of one scheme. The style sheet has tokens with the same names, which say what each is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    pub ground: Rgb,
    pub surface: Rgb,
    pub ink: Rgb,
    pub muted: Rgb,
    pub line: Rgb,
    pub accent: Rgb,
    pub accent_strong: Rgb,
    pub accent_tint: Rgb,
    pub accent_fill: Rgb,
    pub accent_fill_strong: Rgb,
    pub accent_edge: Rgb,
    pub on_accent: Rgb,
}

/// A colour of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(u32);

/// The operator's colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accent(Oklab);

#[derive(Debug, thiserror::Error)]
#[error("must be an opaque colour as CSS writes it, such as #0a6650 or oklch(46% 0.09 168)")]
pub struct InvalidAccent;

/// A colour in OKLab, where steps of the same size look the same.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Oklab {
    /// From 0 to 1.
    lightness: f32,
    a: f32,
    b: f32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Light,
    Dark,
}

impl Default for Theme {
    /// Paper, ink and a deep green; at night the same desk under a lamp.
    fn default() -> Self {
        Self {
            light: Palette {
                ground: Rgb(0xf7f5f0),
                surface: Rgb(0xffffff),
                ink: Rgb(0x1c1a16),
                muted: Rgb(0x5e5a51),
                line: Rgb(0xe4dfd4),
                accent: Rgb(0x0a6650),
                accent_strong: Rgb(0x074a3a),
                accent_tint: Rgb(0xe6f1eb),
                accent_fill: Rgb(0x0a6650),
                accent_fill_strong: Rgb(0x074a3a),
                accent_edge: Rgb(0x0a6650),
                on_accent: Rgb(0xffffff),
            },
            dark: Palette {
                ground: Rgb(0x14120f),
                surface: Rgb(0x1e1b17),
                ink: Rgb(0xefeae1),
                muted: Rgb(0xaca598),
                line: Rgb(0x37322a),
                accent: Rgb(0x5fd3b0),
                accent_strong: Rgb(0x86e2c6),
                accent_tint: Rgb(0x1b312a),
                accent_fill: Rgb(0x5fd3b0),
                accent_fill_strong: Rgb(0x86e2c6),
                accent_edge: Rgb(0x5fd3b0),
                on_accent: Rgb(0x14120f),
            },
        }
    }
}

impl Theme {
    pub fn of(accent: Accent) -> Self {
        let Self { light, dark } = Self::default();
        Self { light: light.with(accent, Scheme::Light), dark: dark.with(accent, Scheme::Dark) }
    }
}

impl Palette {
    /// All colours, by the names of their tokens.
    pub fn tokens(&self) -> [(&'static str, Rgb); 12] {
        [
            ("ground", self.ground),
            ("surface", self.surface),
            ("ink", self.ink),
            ("muted", self.muted),
            ("line", self.line),
            ("accent", self.accent),
            ("accent-strong", self.accent_strong),
            ("accent-tint", self.accent_tint),
            ("accent-fill", self.accent_fill),
            ("accent-fill-strong", self.accent_fill_strong),
            ("accent-edge", self.accent_edge),
            ("on-accent", self.on_accent),
        ]
    }

    fn with(self, Accent(accent): Accent, scheme: Scheme) -> Self {
        // Text goes towards black on paper, towards white at night; a tint goes the other way.
        let (towards, sign, tint) = match scheme {
            Scheme::Light => (0.0, -1.0, accent.at(0.955).muted_to(0.03)),
            Scheme::Dark => (1.0, 1.0, accent.at(0.29).muted_to(0.035)),
        };
        let base = accent.of_scheme(scheme);
        let tint = tint.rgb();
        let (ground, surface) = (self.ground, self.surface);
        let text = base.until(towards, |shade| {
            [ground, surface, tint].iter().all(|it| shade.contrast(*it) >= TEXT_CONTRAST)
        });
        let edge = base.until(towards, |shade| {
            [ground, surface].iter().all(|it| shade.contrast(*it) >= CONTROL_CONTRAST)
        });
        // A dark colour stays itself when it becomes lighter. A light one does not when it becomes darker: yellow
        // turns to olive. So on paper the edge alone shows where a light button ends.
        let fill = match scheme {
            Scheme::Light => base,
            Scheme::Dark => base.until(towards, |shade| shade.contrast(surface) >= CONTROL_CONTRAST),
        };
        let inks = [Rgb::WHITE, Self::dark_ink(), Rgb::BLACK];
        let is_legible = |ink: &Rgb| ink.contrast(fill.rgb()) >= TEXT_CONTRAST;
        let on_accent = inks.into_iter().find(is_legible).unwrap_or(Rgb::BLACK);
        Self {
            accent: text.rgb(),
            accent_strong: text.lighter(sign * HOVER).rgb(),
            accent_tint: tint,
            accent_fill: fill.rgb(),
            accent_fill_strong: fill.away_from(on_accent).rgb(),
            accent_edge: edge.rgb(),
            on_accent,
            ..self
        }
    }

    fn dark_ink() -> Rgb {
        Theme::default().light.ink
    }
}

impl Rgb {
    const BLACK: Self = Self(0);
    const WHITE: Self = Self(0xffffff);

    /// From 1, the same, to 21, black and white (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f32 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f32 {
        let [_, red, green, blue] = self.0.to_be_bytes();
        let [red, green, blue, _] = Color::from_rgba8(red, green, blue, u8::MAX).to_linear_rgba();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// As `#rrggbb`.
impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

impl FromStr for Accent {
    type Err = InvalidAccent;

    fn from_str(text: &str) -> Result<Self, InvalidAccent> {
        let color = csscolorparser::parse(text.trim()).map_err(|_| InvalidAccent)?;
        let [lightness, a, b, _] = color.to_oklaba();
        let is_colour = color.a >= 1.0 && [lightness, a, b].iter().all(|value| value.is_finite());
        is_colour.then_some(Self(Oklab { lightness: lightness.clamp(0.0, 1.0), a, b })).ok_or(InvalidAccent)
    }
}

impl Oklab {
    /// With another lightness.
    fn at(self, lightness: f32) -> Self {
        Self { lightness: lightness.clamp(0.0, 1.0), ..self }
    }

    fn lighter(self, by: f32) -> Self {
        self.at(self.lightness + by)
    }

    fn chroma(self) -> f32 {
        self.a.hypot(self.b)
    }

    fn muted_to(self, chroma: f32) -> Self {
        let share = (chroma / self.chroma().max(f32::EPSILON)).min(1.0);
        Self { a: self.a * share, b: self.b * share, ..self }
    }

    /// A grey is as far from the ground of one scheme as of the other: what is black on paper is white at night.
    fn of_scheme(self, scheme: Scheme) -> Self {
        let (light, mirrored) = (self.lightness, 1.0 - self.lightness);
        match scheme {
            _ if self.chroma() >= GREY => self,
            Scheme::Light => self.at(light.min(mirrored)),
            Scheme::Dark => self.at(light.max(mirrored)),
        }
    }

    /// The nearest shade on the way to this lightness that is good enough.
    fn until(self, lightness: f32, is_enough: impl Fn(Rgb) -> bool) -> Self {
        const STEPS: u8 = 200;
        let shade =
            |step: u8| self.lighter((lightness - self.lightness) * f32::from(step) / f32::from(STEPS));
        (0..=STEPS).map(shade).find(|shade| is_enough(shade.rgb())).unwrap_or(shade(STEPS))
    }

    /// Under the pointer: away from the text on it, or, where there is no room, a bit towards it.
    fn away_from(self, ink: Rgb) -> Self {
        let by = if ink == Rgb::WHITE { -HOVER } else { HOVER };
        let is_room = (0.0..=1.0).contains(&(self.lightness + by));
        self.lighter(if is_room { by } else { -by })
    }

    /// The nearest colour of a screen: as light, of the same hue, and as strong as it can be there.
    fn rgb(self) -> Rgb {
        const ROUNDING: f32 = 0.001;
        let color = |share: f32| Color::from_oklaba(self.lightness, self.a * share, self.b * share, 1.0);
        let is_shown = |share: f32| {
            let Color { r, g, b, .. } = color(share);
            [r, g, b].iter().all(|part| (-ROUNDING..=1.0 + ROUNDING).contains(part))
        };
        let mut share = 1.0;
        if !is_shown(share) {
            let mut step = 0.5;
            share = 0.0;
            while step > ROUNDING {
                share += if is_shown(share + step) { step } else { 0.0 };
                step /= 2.0;
            }
        }
        let [red, green, blue, _] = color(share).to_rgba8();
        Rgb(u32::from_be_bytes([0, red, green, blue]))
    }
}

#[cfg(test)]
mod tests;
