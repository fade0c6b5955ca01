//! Charts as a page would get them: what is promised for all, and what happens at the edges.

mod bills;
mod edges;
mod properties;
mod rail;
mod requests;
mod strip;
mod waterfall;
