;; A counter for the local chain's tests: every way a transaction can end, every place a value can live.

(define-constant ERR_TOO_LARGE (err u100))
(define-constant ERR_NAME "refused")
(define-constant STEP u2)
(define-constant LARGEST_STEP (* STEP u50))
(define-constant OWNER tx-sender)

(define-data-var count uint u0)
(define-map steps
  { number: uint }
  {
    by: principal,
    at: uint,
  }
)

;; Anyone: adds to the counter and tells where and when.
(define-public (add (amount uint))
  (let ((next (+ (var-get count) amount)))
    (asserts! (<= amount LARGEST_STEP) ERR_TOO_LARGE)
    (var-set count next)
    (map-set steps { number: next } {
      by: tx-sender,
      at: stacks-block-height,
    })
    (print {
      event: "added",
      amount: amount,
      height: stacks-block-height,
      tenure: tenure-height,
      burn: burn-block-height,
      time: stacks-block-time,
    })
    (ok next)
  )
)

;; Anyone: prints, then answers with an error, so that the print must not be seen.
(define-public (add-and-refuse)
  (begin
    (var-set count (+ (var-get count) u1))
    (print "must not be seen")
    ERR_TOO_LARGE
  )
)

;; Anyone: fails in the VM when the divisor is zero.
(define-public (divide (divisor uint))
  (ok (/ u100 divisor))
)

;; Anyone: prints several events.
(define-public (print-many (label (string-ascii 16)))
  (begin
    (print { label: label, number: u1 })
    (print { label: label, number: u2 })
    (print { label: label, number: u3 })
    (ok true)
  )
)

;; Anyone: moves STX from the sender.
(define-public (pay (amount uint) (recipient principal))
  (stx-transfer? amount tx-sender recipient)
)

;; Anyone: takes one of every type.
(define-public (take-all
    (flag bool)
    (number int)
    (bytes (buff 4))
    (name (string-utf8 8))
    (maybe (optional uint))
    (answer (response uint bool))
    (numbers (list 3 uint))
    (point { x: int, y: int })
  )
  (ok { flag: flag, number: number, bytes: bytes, name: name, maybe: maybe, answer: answer, numbers: numbers, point: point })
)

(define-read-only (get-count)
  (var-get count)
)

(define-read-only (get-step (number uint))
  (map-get? steps { number: number })
)

(define-read-only (get-heights)
  { height: stacks-block-height, tenure: tenure-height, burn: burn-block-height }
)

(define-read-only (divide-read-only (divisor uint))
  (/ u100 divisor)
)

;; Reads more often than a node lets a read-only call read.
(define-read-only (read-often)
  (fold read-twelve-times (list u1 u2 u3 u4 u5 u6 u7 u8 u9 u10 u11 u12) u0)
)

(define-private (read-twelve-times (number uint) (sum uint))
  (fold read-once (list u1 u2 u3 u4 u5 u6 u7 u8 u9 u10 u11 u12) sum)
)

(define-private (read-once (number uint) (sum uint))
  (+ sum (default-to u0 (get at (map-get? steps { number: number }))))
)
