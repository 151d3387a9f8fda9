import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changes, SCALING_KEY_ID, SCALING_SECRET, ScalingSandbox } from '../sandbox/aws/scaling.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** A rollback of a scalable target by the commands. */
const TARGET = 'service/shop/web';
const DIMENSION = 'ecs:service:DesiredCount';
const aws = new ScalingSandbox();
let repository: Repository;

beforeAll(async () => {
  await aws.start();
  aws.addTarget(TARGET, DIMENSION, 2, 10);
  repository = await makeRepository({
    sections: ['approval: none'],
    resources: [`{ id: ecs, provider: aws-scaling, region: eu-central-1, target: ${TARGET}, dimension: ${DIMENSION} }`],
    env: {
      AWS_ACCESS_KEY_ID: SCALING_KEY_ID,
      AWS_SECRET_ACCESS_KEY: SCALING_SECRET,
      AWS_ENDPOINT_URL_APPLICATION_AUTO_SCALING: aws.url,
    },
  });
  await repository.ok('snapshot');
});
afterAll(async () => {
  await aws.stop();
  repository.remove();
});

test('a target that the deploy deregistered is planned and registered again, although check calls it absent', async () => {
  aws.targets.clear();
  const checked = await repository.run(['check']);
  expect([checked.status, checked.stdout]).toEqual([3, expect.stringContaining('scaling-target-absent')]);
  const digest = await repository.digestOf('plan');
  aws.requests.length = 0;
  const rolledBack = await repository.ok('rollback', '--digest', digest);
  expect(rolledBack.stdout).toContain('Rolled back: "production" equals snapshot');
  expect(aws.requests.filter(changes)).toHaveLength(1);
  await repository.ok('verify');
});
