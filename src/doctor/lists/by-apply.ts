import type { Plan } from '../../model/plan.js';

/** Says that an apply does it; one that is blocked does nothing before that is settled. @param does a clause: `makes it` */
export function byApply({ blocked }: Pick<Plan, 'blocked'>, does: string): string {
  const rules = [...new Set(blocked.map(({ rule }) => rule))];
  return rules.length === 0
    ? `\`vocabsync apply\` ${does}`
    : `once what blocks every apply is settled (${rules.join(', ')}; \`vocabsync plan\` names the ways out), \`vocabsync apply\` ${does}`;
}
