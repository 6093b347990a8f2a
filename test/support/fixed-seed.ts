import fc from 'fast-check';

// The same examples for everybody; VOCABSYNC_SEED draws others.
fc.configureGlobal({ seed: Number(process.env['VOCABSYNC_SEED'] ?? 1) });
