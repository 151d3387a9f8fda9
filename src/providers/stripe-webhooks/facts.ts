import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Stripe webhook endpoints',
  captured: 'endpoints: url, events, status, description, metadata, API version, connect',
  restored: 'in place; re-created where Stripe allows nothing else',
  live: 'endpoints',
  nextDeployment: 'a new signing secret reaches the code with a deployment',
  notRestored: 'the signing secret of a deleted endpoint',
  peer: 'stripe-mock',
  reads: 'restricted key: Webhook endpoints and Event destinations, Read',
  writes:
    'the same with Write; to pass a signing secret on, a Vercel token that writes variables and promotes deployments',
  time: 'one request for each endpoint that differs; with a new signing secret, also a deployment',
  affects: 'payments: Stripe sends its events to the endpoints of the snapshot',
  credentials: ['STRIPE_API_KEY'],
  object: { same: [], parts: ['endpoints'] },
  findings: {
    'stripe-endpoint-disabled': { meaning: 'An endpoint is disabled.', remedy: 'Enable it, or delete it.' },
    'stripe-endpoint-limit': {
      meaning: 'The account has no room for the endpoints to re-create.',
      remedy: 'Delete unused endpoints.',
    },
    'stripe-endpoint-unreachable': {
      meaning: 'A test event did not reach an endpoint.',
      remedy: 'Check the deployment behind the URL.',
    },
    'stripe-endpoints': { meaning: 'Number of endpoints in scope.' },
    'stripe-key-invalid': { meaning: 'Stripe rejects the API key.', remedy: 'Replace STRIPE_API_KEY.' },
    'stripe-live-key': {
      meaning: 'A live key is used for a resource whose name says that it is not production.',
      remedy: 'Check that this is the intended key.',
    },
    'stripe-mode-mismatch': {
      meaning: 'The snapshot and the key have different modes.',
      remedy: 'Use a key of the mode of the snapshot.',
    },
    'stripe-near-limit': { meaning: 'The account is near the limit of endpoints.', remedy: 'Delete unused endpoints.' },
    'stripe-no-secret-target': {
      meaning: 'A new signing secret of an endpoint has no target.',
      remedy: 'Add it under signing-secrets.',
    },
    'stripe-payload-differs': {
      meaning: 'The sealed endpoints do not match the manifest.',
      remedy: 'Take a new snapshot.',
    },
    'stripe-permission': { meaning: 'The key lacks a permission.', remedy: 'Grant the permission in the message.' },
    'stripe-secret-target-missing': {
      meaning: 'The variable for a signing secret does not exist.',
      remedy: 'Check its name under signing-secrets.',
    },
    'stripe-secret-target-unreachable': {
      meaning: 'A new signing secret could not be written to its target.',
      remedy: 'Grant access to the target.',
    },
    'stripe-signature-refused': {
      meaning: 'The application rejects correctly signed events.',
      remedy: 'Deploy it with the right signing secret.',
    },
    'stripe-signature-unchecked': {
      meaning: 'The application accepts wrongly signed events.',
      remedy: 'Verify the Stripe-Signature header.',
    },
    'stripe-signature-untested': {
      meaning: 'The signing secret is unknown, so the signature was not tested.',
      remedy: 'Add it under signing-secrets.',
    },
    'stripe-unfinished-restore': {
      meaning: 'A rollback that re-created an endpoint did not finish.',
      remedy: 'Run the rollback again.',
    },
  },
} satisfies ProviderFacts;
