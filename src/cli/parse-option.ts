import { InvalidArgumentError } from 'commander';
import { parseShare, shareMeant } from '../model/text/percent.js';
import { longestDurationText, parseDuration } from '../model/time/duration.js';

/** Reads a duration of an option, in milliseconds. @throws InvalidArgumentError */
export function durationOption(text: string): number {
  const ms = parseDuration(text);
  if (ms !== null) return ms;
  throw new InvalidArgumentError(
    `"${text}" is not a duration of at most ${longestDurationText}: write 500ms, 3s, 5m or 1h.`,
  );
}

/** Reads a duration above zero. @throws InvalidArgumentError */
export function timeoutOption(text: string): number {
  const ms = durationOption(text);
  if (ms > 0) return ms;
  throw new InvalidArgumentError(`"${text}" must be more than 0.`);
}

/** A parser of whole numbers within limits. */
export function parseWhole(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text.trim()) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`"${text}" is not a whole number from ${min} to ${max}.`);
  };
}

/** `true`, `1`, `yes`, `on` and their opposites, as a variable of the environment may say it. */
export function parseSwitch(text: string): boolean {
  const value = text.trim().toLowerCase();
  if (['1', 'true', 'yes', 'on'].includes(value)) return true;
  if (['0', 'false', 'no', 'off'].includes(value)) return false;
  throw new InvalidArgumentError(`"${text}" is neither true nor false.`);
}

/** For an option that may be repeated. */
export function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

/** Reads a share such as `90%`, 0 to 1. @throws InvalidArgumentError */
export function shareOption(text: string): number {
  const share = parseShare(text.trim());
  if (share !== null) return share;
  const meant = shareMeant(text.trim());
  const advice = meant === null ? '' : `: write ${meant}`;
  throw new InvalidArgumentError(`"${text}" is not a share from 0% to 100%${advice}.`);
}

/** Reads an amount of audio above zero, in milliseconds. A bare number may be meant as minutes, and what is meant is paid. @throws InvalidArgumentError */
export function audioOption(text: string): number {
  const bare = text.trim();
  if (/^\d+(?:\.\d+)?$/.test(bare) && Number(bare) > 0)
    throw new InvalidArgumentError(`"${text}" has no unit: write ${bare}s or ${bare}m.`);
  const [, minutes, seconds] = /^(\d{1,6})m(\d{1,6})s$/.exec(bare) ?? [];
  if (minutes !== undefined)
    throw new InvalidArgumentError(
      `"${text}" has two units: write ${Number(minutes) * 60 + Number(seconds)}s.`,
    );
  return timeoutOption(text);
}
