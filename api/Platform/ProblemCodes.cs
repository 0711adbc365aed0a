using System.Collections.Frozen;

namespace KediriLapor.Platform;

/// <summary>
/// Every code that a problem or a field can carry, with its Indonesian text. Codes are the contract (clients translate by
/// them); the texts may be polished. House.Tests checks that no code is thrown that is not listed.
/// </summary>
public static class ProblemCodes
{
    public static readonly FrozenDictionary<string, string> All = new Dictionary<string, string>
    {
        // the request itself
        ["bad_request"] = "Permintaan tidak dapat dibaca.",
        ["validation_failed"] = "Ada isian yang perlu diperbaiki.",
        ["malformed_json"] = "Isi permintaan bukan JSON yang benar.",
        ["unknown_field"] = "Kolom ini tidak dikenal.",
        ["duplicate_field"] = "Kolom ini ditulis dua kali.",
        ["wrong_type"] = "Jenis nilai kolom ini keliru.",
        ["invalid_characters"] = "Teks memuat karakter yang tidak dapat disimpan.",
        ["unknown_parameter"] = "Parameter ini tidak dikenal.",
        ["unknown_value"] = "Nilai ini tidak ada dalam daftar.",
        ["required"] = "Wajib diisi.",
        ["too_short"] = "Terlalu pendek.",
        ["too_long"] = "Terlalu panjang.",
        ["too_many"] = "Terlalu banyak.",
        ["one_change"] = "Setiap butir memuat tepat satu perubahan.",
        ["out_of_range"] = "Nilai di luar rentang yang diterima.",
        ["invalid_format"] = "Bentuknya tidak dikenali.",
        ["invalid_cursor"] = "Penanda halaman tidak berlaku.",
        ["payload_too_large"] = "Isi permintaan terlalu besar.",
        ["unsupported_media_type"] = "Jenis isi permintaan tidak didukung.",
        ["not_acceptable"] = "Bentuk jawaban yang diminta tidak tersedia.",
        ["method_not_allowed"] = "Metode ini tidak tersedia untuk alamat ini.",
        ["not_found"] = "Tidak ditemukan.",
        ["conflict"] = "Bertabrakan dengan perubahan lain; coba lagi.",
        ["too_many_streams"] = "Terlalu banyak halaman terbuka yang menunggu kabar; tutup salah satunya.",
        ["too_many_requests"] = "Terlalu banyak permintaan; coba lagi sebentar.",
        ["request_timeout"] = "Permintaan terlalu lama.",
        ["unavailable"] = "Layanan sedang tidak tersedia; coba lagi sebentar.",
        ["storage_full"] = "Tempat penyimpanan berkas sedang penuh; laporan tanpa foto tetap diterima.",
        ["storage_unavailable"] = "Tempat penyimpanan berkas sedang tidak tersedia; laporan tanpa foto tetap diterima.",
        ["uploads_busy"] = "Banyak berkas sedang diperiksa; coba lagi sebentar.",
        ["exports_busy"] = "Banyak berkas sedang diunduh; coba lagi sebentar.",
        ["internal_error"] = "Terjadi kesalahan pada sistem.",

        // idempotency and versions
        ["idempotency_key_required"] = "Kirim header Idempotency-Key berisi UUID.",
        ["idempotency_key_invalid"] = "Idempotency-Key harus berupa UUID.",
        ["idempotency_key_reused"] = "Idempotency-Key ini sudah dipakai untuk isi yang lain.",
        ["if_match_required"] = "Kirim header If-Match berisi versi yang Anda lihat.",
        ["if_match_invalid"] = "If-Match harus satu versi, misalnya \"3\".",
        ["stale_version"] = "Sudah diubah orang lain; muat ulang dahulu.",

        // people
        ["sign_in_required"] = "Silakan masuk dahulu.",
        ["permission_required"] = "Anda tidak berwenang melakukan ini.",
        ["invalid_credentials"] = "Nama pengguna atau kata sandi keliru.",
        ["locked_out"] = "Terlalu banyak percobaan; coba lagi nanti.",
        ["new_password_required"] = "Kata sandi ini hanya untuk sekali masuk; pilih kata sandi Anda sendiri.",
        ["weak_password"] = "Pilih kata sandi lain: sedikitnya 12 karakter, bukan kata umum atau nama Anda.",
        ["demo_person"] = "Akun contoh tidak diubah.",
        ["own_rights"] = "Hak admin Anda sendiri hanya dapat dicabut admin lain.",
        ["last_admin"] = "Harus tetap ada satu admin yang aktif.",
        ["antiforgery"] = "Sesi perlu dimuat ulang sebelum mengirim.",
        ["cross_site"] = "Permintaan dari situs lain ditolak.",

        // what an admin edits
        ["agency_kind_fixed"] = "Kelurahan dan kecamatan mengikuti batas wilayah; jenis dan statusnya tidak diubah di sini.",
        ["agency_circle"] = "Unit ini sudah berada di bawah unit tersebut; pilih induk lain.",
        ["agency_in_rules"] = "Aturan disposisi masih menunjuk unit ini; alihkan aturannya dahulu.",
        ["agency_has_reports"] = "Unit ini masih memegang laporan terbuka; alihkan laporannya dahulu.",
        ["unknown_group"] = "Kelompok jenis laporan ini tidak ada.",
        ["emergency_only"] = "Hanya keadaan darurat yang dihitung dalam menit.",
        ["integrity_fixed"] = "Jenis laporan tentang aparat ditetapkan saat dibuat dan tidak diubah kemudian.",
        ["question_in_use"] = "Pertanyaan atau pilihan ini sudah dipakai; hentikan, jangan hapus.",
        ["unknown_rule"] = "Aturan ini tidak ada.",
        ["rule_in_force"] = "Aturan yang sudah berlaku tidak ditulis ulang; akhiri, lalu buat penggantinya.",
        ["rule_over"] = "Aturan ini sudah berakhir.",
        ["one_place"] = "Pilih kelurahan atau kecamatan, salah satu.",
        ["one_question"] = "Satu jenis laporan diarahkan oleh satu pertanyaan saja pada waktu yang sama.",
        ["agency_not_asked"] = "Unit hanya disebut bila aturan menunjuk unit.",
        ["replay_required"] = "Uji perubahan ini dengan laporan lama, atau tulis mengapa tanpa uji.",
        ["replay_stale"] = "Hasil uji ini tidak berlaku lagi untuk perubahan ini; uji sekali lagi.",
        ["rule_overlaps"] = "Sudah ada aturan lain untuk keadaan yang sama pada tanggal itu.",

        // personal data
        ["contact_withheld"] = "Kontak pelapor ini tidak dibuka untuk Anda.",

        ["one_contact"] = "Isi alamat email atau nomor WhatsApp, salah satu.",
        ["link_not_sent_there"] = "Tautan belum dapat dikirim dengan cara ini.",
        ["link_over"] = "Tautan ini sudah dipakai atau lewat waktunya; minta yang baru.",
        ["reporter_session_over"] = "Waktu melihat laporan Anda sudah habis; minta tautan baru.",
        ["already_anonymised"] = "Data pelapor laporan ini sudah dihapus untuk selamanya; kontak tidak disimpan lagi.",

        // the calendar
        ["calendar_file_invalid"] = "Berkas kalender ini tidak dapat dipakai; tidak ada yang diubah.",
        ["not_icalendar"] = "Bukan berkas iCalendar (BEGIN:VCALENDAR … END:VCALENDAR).",
        ["date_required"] = "Hari libur tanpa tanggal (DTSTART).",
        ["not_whole_day"] = "Hari libur harus satu hari penuh, tanpa jam.",
        ["recurring_day"] = "Hari libur yang berulang tidak diterima; tulis tiap tanggalnya.",
        ["duplicate_day"] = "Tanggal ini sudah ada dengan nama lain.",
        ["hours_reversed"] = "Jam tutup harus sesudah jam buka, dan hari terakhir tidak sebelum hari pertama.",

        // notifications
        ["template_name"] = "Nama templat WhatsApp hanya huruf kecil, angka, dan garis bawah.",
        ["template_not_plain"] = "Templat WhatsApp hanya memuat kata dan variabel, tanpa syarat atau penyaring.",
        ["invalid_signature"] = "Tanda tangan permintaan ini tidak cocok.",
        ["template_syntax"] = "Templat ini tidak dapat dibaca.",
        ["one_language"] = "Satu penerima mendengar satu peristiwa dalam satu bahasa.",
        ["unknown_variable"] = "Templat memakai variabel yang tidak tersedia.",
        ["unknown_filter"] = "Templat memakai filter yang tidak tersedia.",
        ["no_template"] = "Belum ada templat untuk peristiwa, penerima, dan bahasa ini.",
        ["already_sent"] = "Pemberitahuan ini sudah terkirim.",
        ["invalid_push_endpoint"] = "Alamat layanan pemberitahuan ini tidak dapat dipakai.",
        ["invalid_push_key"] = "Kunci pemberitahuan dari peramban ini tidak dapat dipakai.",
        ["too_many_followers"] = "Laporan ini sudah diikuti sebanyak yang dapat dilayani.",

        // reports
        ["unknown_service"] = "Jenis laporan ini tidak ada.",
        ["unknown_agency"] = "Unit ini tidak ada.",
        ["unknown_kelurahan"] = "Kelurahan ini tidak ada.",
        ["place_required"] = "Tentukan tempatnya: titik pada peta atau kelurahan.",
        ["place_conflict"] = "Titik pada peta tidak berada di kelurahan yang dipilih.",
        ["outside_city"] = "Titik ini di luar Kota Kediri.",
        ["unknown_question"] = "Pertanyaan ini tidak ada pada jenis laporan ini.",
        ["answer_required"] = "Pertanyaan ini wajib dijawab.",
        ["unknown_answer"] = "Jawaban ini tidak ada dalam pilihan.",
        ["invalid_phone"] = "Nomor telepon tidak dikenali.",
        ["invalid_email"] = "Alamat email tidak dikenali.",
        ["anonymous_with_name"] = "Laporan anonim tidak menyertakan nama.",
        ["unknown_attachment"] = "Lampiran ini tidak ada atau sudah dipakai.",
        ["unsupported_image"] = "Berkas ini bukan foto JPEG, PNG, atau WebP.",
        ["image_too_large"] = "Foto ini terlalu besar.",
        ["image_animated"] = "Gambar bergerak tidak diterima; kirim foto biasa.",
        ["pdf_staff_only"] = "PDF hanya dapat diunggah petugas; kirim foto JPEG, PNG, atau WebP.",
        ["pdf_damaged"] = "Berkas ini bukan PDF yang utuh.",
        ["pdf_encrypted"] = "PDF ini terkunci; simpan ulang tanpa kata sandi.",
        ["pdf_active"] = "PDF ini memuat skrip atau perintah; cetak ulang menjadi PDF biasa.",
        ["pdf_embeds_files"] = "PDF ini memuat berkas lain; cetak ulang menjadi PDF biasa.",
        ["documents_only"] = "Pada catatan hanya PDF yang dapat disertakan.",
        ["transition_not_allowed"] = "Langkah ini tidak tersedia untuk laporan ini.",
        ["unknown_report"] = "Laporan ini tidak ada.",
        ["report_not_open"] = "Laporan ini sudah selesai atau ditutup.",
        ["already_merged"] = "Laporan ini sudah digabungkan ke laporan lain.",
        ["carries_merged"] = "Laporan lain sudah digabungkan ke laporan ini; gabungkan ke arah sebaliknya atau pisahkan dahulu.",
        ["merge_with_itself"] = "Laporan tidak dapat digabungkan ke dirinya sendiri.",
        ["merge_confidential"] = "Laporan rahasia tidak digabungkan: jawabannya tidak boleh sampai kepada pelapor lain.",
        ["not_merged"] = "Laporan ini tidak sedang digabungkan.",
        ["use_disposisi"] = "Meneruskan laporan dilakukan lewat disposisi.",
        ["rating_not_open"] = "Laporan ini belum selesai atau masa penilaiannya sudah lewat.",
        ["already_rated"] = "Penyelesaian ini sudah dinilai.",
        ["rating_reason_required"] = "Pilih alasan penilaian ini.",
        ["integrity_elsewhere"] = "Laporan integritas hanya diteruskan kepada unit yang ditetapkan aturan.",
        ["note_required"] = "Tulis catatan untuk pelapor atau untuk rekan.",
        ["public_note_required"] = "Tulis tanggapan untuk pelapor.",
        ["internal_note_required"] = "Tulis alasan untuk rekan.",
        ["reason_required"] = "Pilih alasan dari daftar.",
        ["planned_date_required"] = "Tentukan tanggal, hari ini atau sesudahnya.",
        ["planned_too_far"] = "Tanggal ini lebih dari dua tahun lagi.",
        ["hand_over_not_ours"] = "Hanya laporan yang ditutup sebagai bukan kewenangan kota yang diteruskan ke pihak luar.",
        ["hand_over_to_whom"] = "Pilih instansi luar atau tulis namanya, salah satu.",
        ["invalid_token"] = "Token tidak berlaku atau sudah kedaluwarsa.",
        ["scope_required"] = "Token ini tidak memuat izin (scope) untuk tindakan ini.",
        ["not_for_clients"] = "Bagian ini bukan untuk aplikasi klien.",
        ["invalid_webhook_url"] = "Alamat webhook harus https pada port 443 atau 8443, tanpa nama pengguna dan tanpa #.",
        ["webhook_url_not_public"] = "Alamat ini tidak berada di internet publik; webhook tidak dikirim ke jaringan dalam.",
        ["webhook_url_unresolved"] = "Nama alamat ini tidak ditemukan di DNS.",
        ["too_many_webhooks"] = "Klien ini sudah memiliki webhook sebanyak yang dapat dilayani.",
        ["unknown_client"] = "Klien ini tidak ada, atau bukan Anda.",
        ["webhook_disabled"] = "Webhook ini sedang dimatikan; hidupkan dahulu.",
        ["delivery_pending"] = "Kiriman ini masih dalam perjalanan.",
        ["client_id_taken"] = "client_id ini sudah dipakai.",
        ["photo_required"] = "Sertakan foto hasil pekerjaan.",
    }.ToFrozenDictionary();

    /// <summary>A stable, resolvable URI reference of a code: the <c>type</c> of a problem.</summary>
    public static string TypeOf(string code) => "/api/v1/problems/" + code;

    public static string Text(string code) => All.GetValueOrDefault(code, All["bad_request"]);

    internal static string For(int status) => status switch
    {
        401 => "sign_in_required",
        403 => "permission_required",
        404 => "not_found",
        405 => "method_not_allowed",
        406 => "not_acceptable",
        408 => "request_timeout",
        409 => "conflict",
        413 => "payload_too_large",
        415 => "unsupported_media_type",
        429 => "too_many_requests",
        503 => "unavailable",
        >= 500 => "internal_error",
        _ => "bad_request",
    };
}
