package dev.moa.crypto.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * The token signing key as a PEM file that only its owner can read. A missing file is made; it appears under its name
 * complete or not at all, and when two processes make it at once, both use the first one's. A file that is there and
 * cannot be used is never replaced.
 */
public final class SigningKeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    public SigningKeyFile(Path file) {
        this.file = file;
    }

    /** @throws KeyFileException when the file cannot be read, made or believed */
    public SigningKey loadOrCreate() {
        try {
            if (Files.notExists(file)) {
                create();
            }
            keepPrivate();
            return parse(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new KeyFileException(
                    "the signing key file " + file + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private void create() throws IOException, GeneralSecurityException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.notExists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path draft = Files.createTempFile(folder, ".signing-key", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(draft, pem(newPair()), StandardCharsets.US_ASCII);
            sync(draft);
            Files.createLink(file, draft);
            sync(folder);
        } catch (FileAlreadyExistsException otherWasFirst) {
            // The other process's key is complete and is read by our caller.
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private void keepPrivate() throws IOException {
        if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        return block("PRIVATE KEY", pair.getPrivate().getEncoded())
                + block("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static String block(String label, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, body, label);
    }

    private static SigningKey parse(String pem) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("EC");
        var privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(pem, "PRIVATE KEY")));
        var publicKey = factory.generatePublic(new X509EncodedKeySpec(bytes(pem, "PUBLIC KEY")));
        return SigningKey.of((ECPrivateKey) privateKey, (ECPublicKey) publicKey);
    }

    private static byte[] bytes(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("it has no " + label);
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
    }
}
