package dev.moa.crypto.keys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A P-256 pair for ES256.
 *
 * @param id the RFC 7638 thumbprint of the public key, so that the same key always has the same id
 */
public record SigningKey(String id, ECPrivateKey privateKey, ECPublicKey publicKey) {

    private static final int COORDINATE_BYTES = 32;

    /** @throws GeneralSecurityException when the two halves do not belong together */
    static SigningKey of(ECPrivateKey privateKey, ECPublicKey publicKey) throws GeneralSecurityException {
        byte[] probe = "moa signing key probe".getBytes(StandardCharsets.US_ASCII);
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(privateKey);
        signer.update(probe);
        byte[] signature = signer.sign();
        Signature checker = Signature.getInstance("SHA256withECDSA");
        checker.initVerify(publicKey);
        checker.update(probe);
        if (!checker.verify(signature)) {
            throw new GeneralSecurityException("the public half belongs to another key");
        }
        return new SigningKey(thumbprint(publicKey), privateKey, publicKey);
    }

    /** Names the key without showing it. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }

    private static String thumbprint(ECPublicKey key) throws GeneralSecurityException {
        String jwk = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static String coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(signed.length, COORDINATE_BYTES);
        System.arraycopy(signed, signed.length - length, fixed, COORDINATE_BYTES - length, length);
        Arrays.fill(signed, (byte) 0);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
