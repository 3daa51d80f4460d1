//! Tables as a consumer sees them.
