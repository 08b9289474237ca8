"""TLS servers of this machine under a certificate authority of the test's own."""

from __future__ import annotations

import contextlib
import datetime as dt
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

__all__ = ["Authority", "Certificate", "serving"]

Handler = Callable[[ssl.SSLSocket], None]
_NOW = dt.datetime.now(dt.UTC)


class Certificate(NamedTuple):
    """A certificate with its key, as files."""

    chain: Path
    key: Path


class Authority:
    """Makes certificates; ``trusting()`` is a client that trusts this authority alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Otoritas uji")])
        self._root = self._signed(self._name, self._name, self._key, is_authority=True)
        (folder / "root.pem").write_bytes(self._root.public_bytes(serialization.Encoding.PEM))

    def trusting(self) -> ssl.SSLContext:
        """Return the settings of a client that checks host names and trusts this authority."""
        return ssl.create_default_context(cafile=str(self._folder / "root.pem"))

    def certificate(
        self,
        host: str,
        *,
        days: tuple[int, int] = (-1, 30),
        is_self_signed: bool = False,
    ) -> Certificate:
        """Return a certificate for ``host``, valid between two days from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        issuer = name if is_self_signed else self._name
        made = self._signed(
            name, issuer, key, signer=key if is_self_signed else self._key, host=host, days=days
        )
        stem = f"{made.serial_number:x}"
        paths = Certificate(self._folder / f"{stem}.pem", self._folder / f"{stem}.key")
        paths.chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
        paths.key.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        return paths

    def _signed(
        self,
        name: x509.Name,
        issuer: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        *,
        signer: ec.EllipticCurvePrivateKey | None = None,
        host: str = "",
        days: tuple[int, int] = (-1, 30),
        is_authority: bool = False,
    ) -> x509.Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(_NOW + dt.timedelta(days=days[0]))
            .not_valid_after(_NOW + dt.timedelta(days=days[1]))
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        )
        if is_authority:
            builder = builder.add_extension(_MAY_SIGN_CERTIFICATES, critical=True)
        if signer is not None:
            above = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
            builder = builder.add_extension(above, critical=False)
        if host:
            builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        return builder.sign(signer or key, hashes.SHA256())


_MAY_SIGN_CERTIFICATES = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)


@contextlib.contextmanager
def serving(certificate: Certificate, handler: Handler) -> Iterator[int]:
    """Serve TLS on a port of this machine; ``handler`` answers each connection after the handshake."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.chain, certificate.key)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        is_over = threading.Event()

        def serve() -> None:
            while not is_over.is_set():
                with contextlib.suppress(OSError):
                    connection, _ = server.accept()
                    connection.settimeout(5)
                    with connection, context.wrap_socket(connection, server_side=True) as secure:
                        handler(secure)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            is_over.set()
            thread.join()
