import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './read-example.js';

export interface Instruction {
  /** In upper case: RUN, COPY. */
  readonly name: string;
  readonly rest: string;
}

export interface Stage {
  readonly image: string;
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/** The stages of the Dockerfile. */
export function readDockerfile(): Stage[] {
  const text = readFileSync(join(project, 'Dockerfile'), 'utf8');
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n');
  const instructions = lines.flatMap((line): Instruction[] => {
    const [, name, rest = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    if (line !== '' && name === undefined) throw new Error(`no instruction: ${line}`);
    return name === undefined ? [] : [{ name, rest: rest.replace(/\s+/g, ' ') }];
  });
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  for (const instruction of instructions) {
    const [image = '', , name = null] = instruction.rest.split(/ (AS) /);
    if (instruction.name === 'FROM') stages.push({ image, name, instructions: [] });
    else stages.at(-1)!.instructions.push(instruction);
  }
  return stages;
}

export function valuesOf({ instructions }: Stage, name: string): string[] {
  return instructions.filter((one) => one.name === name).map(({ rest }) => rest);
}
