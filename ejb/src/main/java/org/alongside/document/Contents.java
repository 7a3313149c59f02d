package org.alongside.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.DocumentId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** What stands in the versions of documents: in pieces of which one at a time is in memory, each encrypted for its place, so that none can be moved. */
@ApplicationScoped
class Contents {
    static final int PIECE = 256 * 1024;

    @PersistenceContext
    EntityManager em;

    @Inject
    DocumentKeys keys;

    /** Writes a version; refuses where this installation has no key for documents. */
    void write(DocumentId id, int number, CaseId caseId, String reason, Received received, Caller caller) {
        String about = id + " " + number;
        DocumentKeys.Made made = keys.make(about).orElseThrow(() -> Refusal.wrongState("documents-without-key"));
        Sql.of(em, """
                        insert into document_version (document_id, number, case_id, reason, type, bytes, sha256, handed_sha256, scan, key_name,
                                                      sealed_key, recorded_at, recorded_by)
                        values (:id, :number, :case, :reason, :type, :bytes, :hash, :handed, :scan, :master, :sealed, :now, :worker)
                        """)
                .with("id", id.value())
                .with("number", number)
                .with("case", caseId.value())
                .with("reason", reason)
                .with("type", received.type().name())
                .with("bytes", received.kept().bytes())
                .with("hash", received.kept().sha256())
                .with("handed", received.handed())
                .with("scan", received.scan())
                .with("master", made.master())
                .with("sealed", made.sealed())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        try (InputStream in = received.kept().open()) {
            byte[] piece = in.readNBytes(PIECE);
            for (int at = 0; piece.length > 0; at++) {
                add(id, number, caseId, at, crypt(Cipher.ENCRYPT_MODE, made.key(), about, at, piece));
                piece = in.readNBytes(PIECE);
            }
        } catch (IOException unreadable) {
            throw Refusal.wrongState("disk-away");
        }
    }

    private void add(DocumentId id, int number, CaseId caseId, int at, byte[] piece) {
        Sql.of(em, """
                        insert into document_piece (document_id, number, position, case_id, content) values (:id, :number, :at, :case, :piece)
                        """)
                .with("id", id.value())
                .with("number", number)
                .with("at", at)
                .with("case", caseId.value())
                .with("piece", piece)
                .change();
    }

    private record Sealed(String type, long bytes, byte[] sha256, String master, byte[] key, String scan) {}

    /** Reads a version out of the database, as it was put there or not at all: refuses {@code document-altered}, {@code document-withdrawn}. */
    DocumentFile read(DocumentId id, int number) {
        String about = id + " " + number;
        Sealed sealed = Sql.of(em, """
                        select type, bytes, sha256, key_name, sealed_key, scan from document_version
                         where document_id = :id and number = :number
                        """)
                .with("id", id.value())
                .with("number", number)
                .first(row ->
                        new Sealed(row.text(0), row.count(1), row.bytes(2), row.text(3), row.bytes(4), row.text(5)))
                .orElseThrow(Refusal::notThere);
        try {
            SecretKeySpec key = keys.open(sealed.master(), sealed.key(), about)
                    .orElseThrow(() -> Refusal.wrongState("documents-without-key"));
            Spool spool = Spool.of(out -> pieces(id, number, about, key, out));
            if (spool.bytes() != sealed.bytes() || !MessageDigest.isEqual(spool.sha256(), sealed.sha256())) {
                spool.close();
                throw new DocumentKeys.Altered();
            }
            return new DocumentFile(DocumentType.valueOf(sealed.type()), spool);
        } catch (DocumentKeys.Altered altered) {
            throw Refusal.wrongState(withdrawn(id) ? "document-withdrawn" : "document-altered");
        } catch (Spool.NoRoom full) {
            throw Refusal.wrongState("no-room");
        } catch (IOException unreadable) {
            throw Refusal.wrongState("disk-away");
        }
    }

    /** Whether it was withdrawn meanwhile: then its pieces open no more. */
    private boolean withdrawn(DocumentId id) {
        return Sql.of(em, "select withdrawn_at is not null from document where document_id = :id")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    private void pieces(DocumentId id, int number, String about, SecretKeySpec key, OutputStream out)
            throws IOException {
        byte[] piece = piece(id, number, 0);
        for (int at = 0; piece != null; at++) {
            out.write(crypt(Cipher.DECRYPT_MODE, key, about, at, piece));
            piece = piece(id, number, at + 1);
        }
    }

    private byte[] piece(DocumentId id, int number, int at) {
        return Sql.of(em, """
                        select content from document_piece where document_id = :id and number = :number and position = :at
                        """)
                .with("id", id.value())
                .with("number", number)
                .with("at", at)
                .first(row -> row.bytes(0))
                .orElse(null);
    }

    /** A key is used for one version, so the place of a piece is nonce enough. */
    private static byte[] crypt(int mode, SecretKeySpec key, String about, int at, byte[] piece) {
        byte[] nonce = ByteBuffer.allocate(12).putInt(8, at).array();
        return DocumentKeys.crypt(mode, key, nonce, about + " " + at, piece);
    }
}
