/** What the bench takes. */
export { growthOf, shapes } from './growth.js';
export { names, play, spell } from './play.js';
