import { validateHeaderValue } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { AwsFailure, awsError } from '../../src/services/aws/errors.js';
import { awsClientOptions } from '../../src/services/aws/client-options.js';
import { parseXml, writeXml } from '../../src/services/aws/xml.js';
import { attemptS3, connectS3 } from '../../src/store/s3/client.js';
import { testContext } from '../support/context.js';

function refusedHeader(value: string): unknown {
  try {
    validateHeaderValue('authorization', value);
  } catch (error) {
    return error;
  }
  return undefined;
}

const ctx = testContext({ env: { AWS_MAX_ATTEMPTS: '2' } });

describe('one AWS stack', () => {
  const CODES = [
    'CredentialsProviderError',
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'InvalidToken',
    'MissingAuthenticationToken',
    'RequestExpired',
    'SignatureDoesNotMatch',
    'TokenRefreshRequired',
    'UnrecognizedClientException',
  ];
  test.each(CODES)('providers and store advise the same on %s', async (name) => {
    const error = Object.assign(new Error('no'), { name, $metadata: { httpStatusCode: 403 } });
    const call = { service: 'S3', what: 'read it', action: 's3:GetObject' };
    const failure = awsError(ctx, error, call);
    expect(['api-unauthorized', 'credential-missing']).toContain(failure.code);
    expect(failure).toBeInstanceOf(AwsFailure);
    const purpose = { aim: 'read', permission: 's3:GetObject', place: 's3://b/k', ctx } as const;
    const stored = attemptS3(purpose, () => Promise.reject(error));
    await expect(stored).rejects.toMatchObject({ code: 'store-unreadable', remedy: failure.remedy });
  });

  test('a credential that no header can hold is named, and not taken for a service that is down', () => {
    const call = { service: 'S3', what: 'read it', action: 's3:GetObject' };
    // As Node refuses it, before anything is sent.
    expect(refusedHeader('AKIA\nTEST')).toMatchObject({ code: 'ERR_INVALID_CHAR' });
    expect(awsError(ctx, refusedHeader('AKIA\nTEST'), call)).toMatchObject({
      code: 'input-invalid',
      message: expect.stringMatching(/^S3 was not asked to read it: /),
      remedy: expect.stringContaining('AWS_ACCESS_KEY_ID'),
    });
  });

  test('the store tries as often as AWS_MAX_ATTEMPTS says, like the providers', async () => {
    const client = connectS3({ kind: 's3', bucket: 'b', region: 'eu-north-1', prefix: 'p' }, ctx);
    expect(await client.config.maxAttempts()).toBe(2);
    expect(awsClientOptions(ctx, 'CLOUDFRONT', 'us-east-1').maxAttempts).toBe(2);
    client.destroy();
  });
});

describe('XML', () => {
  test('unknown members, order, white space and entities survive', () => {
    const text = '<A><New>  a &amp; b&#10;</New><B>1</B><New/></A>';
    const tree = parseXml(text);
    expect(parseXml(writeXml(tree, 'urn:x'))).toEqual(tree);
    expect(tree.children.map(({ text: each }) => each)).toEqual(['  a & b\n', '1', '']);
  });

  test('a namespace is accepted, any other attribute is refused', () => {
    expect(parseXml('<A xmlns="urn:x" xmlns:xsi="urn:y"><B/></A>').name).toBe('A');
    expect(() => parseXml('<A xmlns="urn:x"><B xsi:type="CanonicalUser"/></A>')).toThrow('attribute xsi:type');
  });
});
