using System.Diagnostics;
using System.Net;
using KediriLapor.Harness;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Reports;

/// <summary>A full disk, a store that is away, too many uploads at once: told as what it is, and a report without a photo goes its way.</summary>
public sealed class StorageTroubleTests
{
    [Test]
    public async Task A_full_disk_refuses_the_photo_and_takes_the_report()
    {
        var files = new FullFiles();
        await using var api = await ApiHost.StartAsync(addServices: services => services.AddSingleton<IFileStore>(files));
        using var given = new Given(api);

        var refused = await given.Citizen.UploadAsync(Photo.Png());
        refused.IsProblem(HttpStatusCode.InsufficientStorage, "storage_full");
        Assert.That(refused.Header("Retry-After"), Is.EqualTo("60"));
        Assert.That(await api.CountAsync("attachments"), Is.Zero, "no row without its file");
        (await given.SubmitAsync(Given.Pollution)).HasStatus(HttpStatusCode.Created);
        var ready = await given.Citizen.GetAsync("/health/ready");
        Assert.That((ready.Status, ready.Text), Is.EqualTo((HttpStatusCode.OK, "Degraded")));

        files.Takes = name => !name.EndsWith(".thumb.jpg", StringComparison.Ordinal);
        (await given.Citizen.UploadAsync(Photo.Png())).IsProblem(HttpStatusCode.InsufficientStorage, "storage_full");
        Assert.That(files.Names, Is.Empty, "half a photo is none");

        files.Takes = _ => true;
        (await given.Citizen.UploadAsync(Photo.Png())).HasStatus(HttpStatusCode.Created);
        Assert.That((await given.Citizen.GetAsync("/health/ready")).Text, Is.EqualTo("Healthy"));
    }

    /// <summary>Linux has a device that is always full.</summary>
    [Test]
    public void What_the_kernel_says_of_a_full_disk_is_understood()
    {
        var said = Assert.Throws<IOException>(() =>
        {
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            full.Write([1]);
        });
        Assert.That(Unavailable.IsFull(said!), Is.True);
        Assert.That(Unavailable.IsFull(new IOException("other")), Is.False);
    }

    [Test]
    public async Task A_disk_that_is_no_folder_is_told_and_leaves_nothing()
    {
        var data = PostgresServer.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(data, "attachments"), "not a folder");
        await using var api = await ApiHost.StartDemoAsync(settings: (DataFolder.Setting, data));
        using var given = new Given(api);

        var refused = await given.Citizen.UploadAsync(Photo.Png());
        refused.IsProblem(HttpStatusCode.ServiceUnavailable, "storage_unavailable");
        Assert.That(refused.Header("Retry-After"), Is.EqualTo("10"));
        (await given.SubmitAsync(Given.Pollution)).HasStatus(HttpStatusCode.Created);
    }

    [Test]
    public async Task A_bucket_that_is_away_is_told_with_when_to_come_again_and_takes_files_when_it_is_back()
    {
        await using var catcher = await S3Catcher.StartAsync();
        await using var api = await ApiHost.StartDemoAsync(settings: FilePlace.SettingsOf(catcher));
        using var given = new Given(api);
        var photo = (await given.Citizen.UploadAsync(Photo.Png())).Body.GetProperty("id").GetGuid();
        var report = await given.ReportAsync(Given.Pollution with { AttachmentIds = [photo] });

        foreach (var trouble in new Action<bool>[] { on => catcher.Refuses = on ? HttpStatusCode.ServiceUnavailable : null, on => catcher.Hangs = on })
        {
            trouble(true);
            var waited = Stopwatch.StartNew();
            var refused = await given.Citizen.UploadAsync(Photo.Png());
            refused.IsProblem(HttpStatusCode.ServiceUnavailable, "storage_unavailable");
            Assert.That((refused.Header("Retry-After"), waited.Elapsed < TimeSpan.FromSeconds(15)), Is.EqualTo(("10", true)));
            (await given.Citizen.GetAsync($"{report.TrackingPath}/attachments/{photo}", report.SecretHeader)).IsProblem(HttpStatusCode.ServiceUnavailable, "storage_unavailable");
            (await given.SubmitAsync(Given.Pollution)).HasStatus(HttpStatusCode.Created);
            var ready = await given.Citizen.GetAsync("/health/ready");
            Assert.That((ready.Status, ready.Text), Is.EqualTo((HttpStatusCode.OK, "Degraded")));
            trouble(false);
        }

        (await given.Citizen.UploadAsync(Photo.Png())).HasStatus(HttpStatusCode.Created);
        (await given.Citizen.GetAsync($"{report.TrackingPath}/attachments/{photo}", report.SecretHeader)).HasStatus(HttpStatusCode.OK);
        catcher.Refuses = HttpStatusCode.InsufficientStorage;
        (await given.Citizen.UploadAsync(Photo.Png())).IsProblem(HttpStatusCode.InsufficientStorage, "storage_full");
    }

    [Test]
    public async Task Who_comes_when_the_queue_is_full_is_asked_to_come_again()
    {
        using var workers = new UploadWorkers(atOnce: 1, waiting: 1);
        await using var api = await ApiHost.StartAsync(addServices: services => services.AddSingleton(workers));
        using var given = new Given(api);
        var busy = new TaskCompletionSource<bool>();
        var (first, second) = (workers.Run(() => busy.Task, CancellationToken.None), workers.Run(() => busy.Task, CancellationToken.None));

        var refused = await given.Citizen.UploadAsync(Photo.Png());
        refused.IsProblem(HttpStatusCode.ServiceUnavailable, "uploads_busy");
        Assert.That(refused.Header("Retry-After"), Is.EqualTo("5"));

        busy.SetResult(true);
        await Task.WhenAll(first, second);
        (await given.Citizen.UploadAsync(Photo.Png())).HasStatus(HttpStatusCode.Created);
    }

    [TestCase("Storage:S3:Endpoint", "http://127.0.0.1:9", "Storage__S3__Bucket is missing")]
    [TestCase("Storage:S3:Bucket", "foto", "Storage__S3__Endpoint is missing")]
    public void Settings_that_do_not_fit_together_end_the_program_at_its_start(string setting, string value, string told)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(setting, value)]).Build();
        Assert.That(() => S3Files.Of(settings), Throws.TypeOf<StartupRefused>().With.Message.Contains(told));
    }

    /// <summary>A disk with room for some.</summary>
    private sealed class FullFiles : IFileStore
    {
        private readonly HashSet<string> names = [];

        public Func<string, bool> Takes { get; set; } = _ => false;

        public IReadOnlyCollection<string> Names => names;

        public string Place => "nowhere";

        public async Task Write(string name, byte[] content, CancellationToken ct)
        {
            await Room(name);
            names.Add(name);
        }

        public Task<Stream?> Open(string name, CancellationToken ct) => Task.FromResult<Stream?>(null);

        public Task Delete(string name, CancellationToken ct) => Task.FromResult(names.Remove(name));

        public async IAsyncEnumerable<IReadOnlyList<string>> List([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            await Task.CompletedTask;
            yield return [.. names];
        }

        public Task Probe(CancellationToken ct) => Room("");

        private Task Room(string name) => Takes(name) ? Task.CompletedTask : Task.FromException(Unavailable.StorageFull(new IOException("no space left on device")));
    }
}
