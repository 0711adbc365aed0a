using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;

namespace KediriLapor.Reports.Attachments;

/// <summary>Files in a bucket of any store that speaks S3. What it acknowledged is as safe as that store makes it.</summary>
internal sealed class S3Files : IFileStore, IDisposable
{
    public const string Section = "Storage:S3";

    /// <summary>For one file, a second try included: a request must not outlive its client's patience.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(9);

    private readonly AmazonS3Client client;
    private readonly string bucket;

    private S3Files(AmazonS3Client client, string bucket, string place)
    {
        this.client = client;
        this.bucket = bucket;
        Place = place;
    }

    public string Place { get; }

    /// <summary>Null when no setting under <see cref="Section"/> asks for one.</summary>
    /// <exception cref="StartupRefused">Some are given, and others are missing.</exception>
    public static S3Files? Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section);
        if (!settings.GetChildren().Any())
        {
            return null;
        }

        var (endpoint, bucket) = (Needed("Endpoint"), Needed("Bucket"));
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new StartupRefused("Storage__S3__Endpoint is no http or https address.");
        }

        var config = new AmazonS3Config
        {
            ServiceURL = endpoint,
            AuthenticationRegion = settings["Region"] ?? "us-east-1",
            ForcePathStyle = settings.GetValue("PathStyle", defaultValue: true),
            // newer checksums travel in trailers that other stores than Amazon's do not read
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = Patience / 2,
            MaxErrorRetry = 1,
        };
        return new S3Files(new AmazonS3Client(new BasicAWSCredentials(Needed("AccessKey"), Needed("SecretKey")), config), bucket, $"{endpoint.TrimEnd('/')}/{bucket}");

        string Needed(string name) => settings[name] is { Length: > 0 } value ? value : throw new StartupRefused($"Storage__S3__{name} is missing: files in S3 need Endpoint, Bucket, AccessKey and SecretKey.");
    }

    public Task Write(string name, byte[] content, CancellationToken ct) => Guarded(
        async patience =>
        {
            using var body = new MemoryStream(content, writable: false);
            return await client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = name,
                    InputStream = body,
                    ContentType = name.EndsWith(".pdf", StringComparison.Ordinal) ? Pdf.ContentType : Picture.ContentType,
                    UseChunkEncoding = false,
                },
                patience);
        },
        ct);

    public Task<Stream?> Open(string name, CancellationToken ct) => Guarded(
        async patience =>
        {
            try
            {
                var found = await client.GetObjectAsync(bucket, name, patience);
                return found.ResponseStream;
            }
            catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
            {
                return (Stream?)null;
            }
        },
        ct);

    public Task Delete(string name, CancellationToken ct) => Guarded(patience => client.DeleteObjectAsync(bucket, name, patience), ct);

    public async IAsyncEnumerable<IReadOnlyList<string>> List([EnumeratorCancellation] CancellationToken ct)
    {
        var next = new ListObjectsV2Request { BucketName = bucket };
        do
        {
            var page = await Guarded(patience => client.ListObjectsV2Async(next, patience), ct);
            yield return [.. page.S3Objects?.Select(found => found.Key) ?? []];
            next.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (next.ContinuationToken is not null);
    }

    public Task Probe(CancellationToken ct) => Guarded(patience => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, MaxKeys = 1 }, patience), ct);

    public void Dispose() => client.Dispose();

    private static async Task<T> Guarded<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await work(limit.Token);
        }
        catch (AmazonServiceException e) when (e.StatusCode == HttpStatusCode.InsufficientStorage)
        {
            throw Unavailable.StorageFull(e);
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or HttpRequestException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw Unavailable.Storage(e);
        }
    }
}
