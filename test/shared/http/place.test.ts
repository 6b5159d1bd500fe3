import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../shared/http/place.ts';

const place = (city?: string, country?: string) =>
  placeOf({ 'cloudfront-viewer-city': city, 'cloudfront-viewer-country-name': country });

describe('where a viewer is', () => {
  it('is decoded as CloudFront encodes it', () => {
    expect(place('S%C3%A3o%20Paulo', 'Brazil')).toBe('São Paulo, Brazil');
    expect(place('Lisbon', 'C%C3%B4te%20d%27Ivoire')).toBe("Lisbon, Côte d'Ivoire");
  });

  it('is what is known of it', () => {
    expect(place('Lisbon')).toBe('Lisbon');
    expect(place(undefined, 'Portugal')).toBe('Portugal');
    expect(place()).toBeNull();
    expect(place('', '%20')).toBeNull();
  });

  it('stays as it is where it is not encoded', () => {
    expect(place('100%', 'Nowhere%ZZ')).toBe('100%, Nowhere%ZZ');
    expect(place('%C3')).toBe('%C3');
  });

  it('is short, and on one line', () => {
    expect(place('%F0%9F%99%82'.repeat(500))).toBe('🙂'.repeat(60));
    expect(place('Lis%0Abon%00%E2%80%AE')).toBe('Lisbon');
  });
});
