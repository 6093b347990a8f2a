import { expect } from 'vitest';

/** Whatever has no shape of its own, but for the line ends. */
const hidden = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const command = /^\s*::|##[a-z]*\[/im;

/** Printed to a terminal or the log of CI, the text moves no cursor, hides nothing and gives no order. */
export function expectHarmless(text: string): void {
  expect(text).not.toMatch(hidden);
  expect(text).not.toMatch(command);
}

/** The only document of a text that is harmless too. */
export function harmlessDocument(text: string): Document {
  expectHarmless(text);
  return JSON.parse(text) as Document;
}

export interface Document {
  readonly changes: readonly {
    readonly prefix: string;
    readonly target_model: string;
    readonly owner?: string;
    readonly hotwords: {
      readonly added: readonly Word[];
      readonly removed: readonly Word[];
    };
  }[];
  readonly unmanaged: readonly { readonly vocabulary_id: string; readonly status: string }[];
  readonly diagnostics: readonly { readonly message: string }[];
  readonly error: { readonly message: string };
}

export interface Word {
  readonly text: string;
  readonly lang: string | null;
  readonly note?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}
