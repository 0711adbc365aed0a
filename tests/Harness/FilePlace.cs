using Amazon.Runtime;
using Amazon.S3;
using KediriLapor.Persistence;
using KediriLapor.Reports.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Harness;

/// <summary>
/// An empty place for the files of one program: a folder, or a bucket. KEDIRI_S3 (<c>endpoint accessKey secretKey region</c>) picks
/// another store for the bucket than our own catcher.
/// </summary>
public sealed class FilePlace : IAsyncDisposable
{
    public const string Disk = "disk";
    public const string S3 = "s3";

    private FilePlace(S3Catcher? catcher, params (string Key, string? Value)[] settings)
    {
        Catcher = catcher;
        Settings = settings;
    }

    /// <summary>Null for a folder, and for a bucket elsewhere.</summary>
    public S3Catcher? Catcher { get; }

    /// <summary>What the program is told.</summary>
    public (string Key, string? Value)[] Settings { get; }

    public static async Task<FilePlace> OpenAsync(string kind)
    {
        if (kind == Disk)
        {
            return new FilePlace(null, (DataFolder.Setting, PostgresServer.NewFolder()));
        }

        var elsewhere = Environment.GetEnvironmentVariable("KEDIRI_S3")?.Split(' ');
        var catcher = elsewhere is null ? await S3Catcher.StartAsync() : null;
        var (endpoint, accessKey, secretKey, region) = elsewhere is [var there, var access, var secret, var where]
            ? (there, access, secret, where)
            : (catcher!.Endpoint, S3Catcher.AccessKey, S3Catcher.SecretKey, S3Catcher.Region);
        var bucket = "kl-" + Guid.CreateVersion7().ToString("N")[^12..];
        using var client = new AmazonS3Client(new BasicAWSCredentials(accessKey, secretKey), new AmazonS3Config { ServiceURL = endpoint, ForcePathStyle = true, AuthenticationRegion = region });
        await client.PutBucketAsync(bucket);
        return new FilePlace(catcher, SettingsOf(endpoint, bucket, accessKey, secretKey, region));
    }

    /// <summary>For a bucket at that catcher.</summary>
    public static (string Key, string? Value)[] SettingsOf(S3Catcher catcher) =>
        SettingsOf(catcher.Endpoint, "foto", S3Catcher.AccessKey, S3Catcher.SecretKey, S3Catcher.Region);

    private static (string Key, string? Value)[] SettingsOf(string endpoint, string bucket, string accessKey, string secretKey, string region) =>
    [
        ("Storage:S3:Endpoint", endpoint), ("Storage:S3:Bucket", bucket), ("Storage:S3:Region", region), ("Storage:S3:AccessKey", accessKey), ("Storage:S3:SecretKey", secretKey),
    ];

    /// <summary>All names, as the program sees them.</summary>
    public static async Task<string[]> NamesAsync(ApiHost api)
    {
        var names = new List<string>();
        await foreach (var part in api.Services.GetRequiredService<IFileStore>().List(CancellationToken.None))
        {
            names.AddRange(part);
        }

        return [.. names.Select(name => name[(name.LastIndexOf('/') + 1)..])];
    }

    public ValueTask DisposeAsync() => Catcher?.DisposeAsync() ?? ValueTask.CompletedTask;
}
