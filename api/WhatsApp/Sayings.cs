namespace KediriLapor.WhatsApp;

/// <summary>What the program says in a conversation. In Indonesian alone: nobody here has chosen a language.</summary>
internal static class Sayings
{
    public const string Help =
        """
        Ini Lapor Mbak Wali 112, Kota Kediri. Tulis masalahnya dalam satu atau beberapa pesan, kirim lokasinya (📎 > Lokasi), dan foto bila ada. Kami jadikan satu laporan dan mengirim kode lacaknya.

        Balas ANONIM atau RAHASIA sebelum laporan terkirim bila perlu, BATAL untuk membatalkan, STOP bila tidak ingin dikabari.
        Keadaan darurat: telepon 112.
        """;

    public const string Emergency = "Ini terdengar seperti keadaan darurat. Telepon 112 SEKARANG: petugas siaga 24 jam dan gratis. Pesan di sini tidak dibaca secepat telepon.";

    public const string Unreadable = "Maaf, kami hanya dapat membaca teks, foto, dan lokasi. Mohon tulis masalahnya dengan kata-kata.";

    public const string TellWhat = "Terima kasih, sudah kami terima. Mohon tulis juga apa masalahnya.";

    public const string AskPlace = "Terima kasih. Di mana letaknya? Kirim lokasi (📎 > Lokasi), atau tulis nama kelurahan dan patokannya.";

    public const string Noted = "Terima kasih, kami catat. Bila ada foto atau tambahan, kirim sekarang; laporan kami teruskan satu menit setelah pesan terakhir Anda. Balas KIRIM untuk langsung mengirim.";

    public const string OutsideCity = "Lokasi itu di luar Kota Kediri, jadi bukan kewenangan kami. Bila letaknya di Kota Kediri, mohon kirim lokasi lain atau tulis nama kelurahannya.";

    public const string PictureRefused = "Maaf, foto itu tidak dapat kami baca. Kirim sebagai JPEG, PNG, atau WebP, paling besar 10 MB.";

    public const string EnoughPictures = "Satu laporan memuat paling banyak 6 foto; foto ini tidak kami simpan.";

    public const string TooLong = "Pesan itu tidak kami tambahkan: satu laporan memuat paling banyak 5.000 huruf.";

    public const string Started = "Baik. Tulis apa masalahnya.";

    public const string Anonymous = "Baik, laporan ini anonim: tidak ada petugas yang membaca nomor Anda.";

    public const string Confidential = "Baik, laporan ini rahasia: tidak ditampilkan kepada umum.";

    public const string Dropped = "Baik, tidak ada yang kami kirim.";

    public const string Stopped = "Baik, kami tidak akan mengabari Anda lagi lewat WhatsApp. Balas MULAI bila ingin dikabari kembali.";

    public const string Resumed = "Baik, kami akan mengabari Anda lagi. Balas STOP untuk berhenti.";

    public const string Enough = "Kami sudah menerima banyak laporan dari nomor ini hari ini. Mohon lanjutkan besok, atau telepon 112.";

    public const string NoQuestion = "Tidak ada pertanyaan yang menunggu jawaban Anda.";

    public static string PictureAdded(string code) => $"Foto kami tambahkan pada laporan {code}.";

    public static string WriteTheAnswer(string code) => $"Foto kami tambahkan pada laporan {code}. Mohon tulis jawaban Anda dalam satu pesan.";

    public static string Answered(string code) => $"Terima kasih, jawaban Anda untuk laporan {code} sudah kami teruskan. Bila maksud Anda laporan baru, balas BARU.";

    public static string Question(string code, string question) => $"Pertanyaan untuk laporan {code}:\n\n{question}\n\nBalas dengan jawaban Anda.";

    public static string QuestionIsAt(Uri link) => $"Pertanyaannya tertulis di {link} (buka dengan kunci pada tanda terima Anda).";

    /// <param name="link">With the secret: this message is the receipt.</param>
    public static string Receipt(string code, string service, string? promise, Uri link) =>
        $"""
        Laporan Anda kami terima.
        Kode lacak: {code}
        Jenis (diperiksa verifikator): {service}{(promise is null ? "" : "\n" + promise)}

        Ikuti di {link}
        Simpan pesan ini: tautan itu membuka laporan Anda. Balas STOP bila tidak ingin dikabari.
        """;
}
