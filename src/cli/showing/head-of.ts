import type { DocumentKind, Envelope } from '../../report/json/envelope.js';
import type { Teller } from '../../report/say/teller.js';
import type { Invocation } from '../invocation.js';
import { markedConfig } from './look.js';

/** What the document of a run begins with. @param kind where it is that of another command */
export function headOf(
  { checked, options, context, kind: own }: Invocation,
  kind: DocumentKind = own,
): Envelope {
  const { version } = context;
  const { config } = checked;
  const about =
    config === null ? null : { name: config.account.name, config: markedConfig(options.config, context) };
  return { kind, version, about };
}

/** What a run tells its saying from. @param kind where its document is that of another command */
export function tellerOf(invocation: Invocation, kind?: DocumentKind): Teller {
  return { envelope: headOf(invocation, kind), sources: invocation.checked.sources };
}
