//! Affine maps as PDF and OFD write them.

/// Six numbers: a b c d e f.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct Matrix(pub [f64; 6]);

impl Matrix {
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// The map that does this first and then `next`.
    pub fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, next.0);
        Self([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    pub fn point(self, x: f64, y: f64) -> [f64; 2] {
        let [a, b, c, d, e, f] = self.0;
        [a * x + c * y + e, b * x + d * y + f]
    }

    /// How long a vertical unit becomes.
    pub fn height(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }

    /// How large a unit square becomes.
    pub fn area(self) -> f64 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs()
    }
}
