import provider from '../../src/providers/s3-bucket/index.js';
import { conformance } from '../conformance/suite.js';
import { testContext } from '../support/context.js';
import { startMoto } from '../support/moto.js';
import { PlainBucket, REFERER_SECRET, sampledBucketMutations, startingSettings } from '../support/s3-bucket.js';
