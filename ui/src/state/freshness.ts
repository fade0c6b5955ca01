/** How old usage may be. */

/** Older than this, its age is told in amber. */
export const STALE_AFTER_SECONDS = 26 * 3600;

/** Older than this, figures that rest on it are not known any more. */
export const SHELF_LIFE_SECONDS = 72 * 3600;
