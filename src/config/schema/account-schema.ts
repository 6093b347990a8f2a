import * as z from 'zod/mini';
import { regions } from '../../model/catalogue/target-models.js';
import { variablesOfCi } from '../../model/text/secrets.js';
import { choice, integer, mapping, pattern, text, told } from './fields.js';

const accountForm = '1 to 63 letters, digits and . _ - that begin with a letter or digit';
const endpointForm = 'emulator, or the https URL of a vendor host without user, query or fragment';

/** `emulator`, or an https URL that carries nothing but the address: no user, query or fragment. */
function isEndpoint(value: string): boolean {
  return value === 'emulator' || (/^https:\/\/[^\s@?#]+$/.test(value) && URL.canParse(value));
}

export const accountSchema = told(
  mapping({
    name: told(
      z.optional(pattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u, accountForm)),
      'What people call it, such as production. Two accounts of one region are told apart by it: in headlines, comments and approvals.',
    ),
    region: told(
      choice(regions),
      'Where the account lives: picks the host and the catalogue of models. A key works in one region only.',
    ),
    endpoint: told(z.optional(text(endpointForm).check(z.refine(isEndpoint, { error: endpointForm }))), {
      description:
        "Instead of the region's host: `emulator`, or the https URL of one of the vendor's workspace hosts. Any other host is given with --endpoint only.",
      pattern: '^(emulator|https://[^\\s@?#]+)$',
    }),
    api_key_env: told(
      z._default(
        pattern(
          new RegExp(`^(?!${variablesOfCi})[A-Za-z_][A-Za-z0-9_]*$`),
          'the NAME of an environment variable, and none that the CI system sets (GITHUB_…, ACTIONS_…, INPUT_…)',
        ),
        'DASHSCOPE_API_KEY',
      ),
      'The NAME of the environment variable that holds the key, never the key. Default DASHSCOPE_API_KEY.',
    ),
    list_quota: told(
      z._default(integer(1, 10_000), 10),
      'How many lists the account may hold. Raise it when the vendor has raised yours. Default 10.',
    ),
    workspace: told(
      z.optional(text('the id of a workspace')),
      'Sent as X-DashScope-WorkSpace with every request.',
    ),
  }),
  'The account this configuration describes: one configuration, one account.',
);
