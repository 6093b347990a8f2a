/** The answer to a request that the API turns down. Thrown inside the state machine, never out of it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
  }
}

export function invalidParameter(message: string): Refusal {
  return new Refusal(400, 'InvalidParameter', message);
}
